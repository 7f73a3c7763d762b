//! What stands between the collector script and the simulator: a refusal, or a Region that never answers.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};

/// A server of the test's own in front of AWS. Its threads end with the test.
pub struct Front {
    pub endpoint: String,
}

impl Front {
    /// Refuses everything but to tell who is signed in, as AWS does.
    pub fn refusing() -> Front {
        Front::start(|mut client| {
            let head = head(&mut client);
            let is_who = head.contains("/sts/aws4_request");
            // Query services and S3 speak XML, the others JSON.
            let (kind, body) = if is_who {
                (
                    "text/xml",
                    "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>",
                )
            } else if head.contains("x-www-form-urlencoded") {
                (
                    "text/xml",
                    "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>No &quot;you&quot; may not \\ here</Message></Error></ErrorResponse>",
                )
            } else {
                ("application/json", r#"{"__type":"AccessDeniedException","message":"No \"you\" may not \\ here"}"#)
            };
            let _ = write!(
                client,
                "HTTP/1.1 {}\r\nContent-Type: {kind}\r\nx-amzn-errortype: AccessDeniedException\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
                if is_who { "200 OK" } else { "403 Forbidden" },
                body.len()
            );
        })
    }

    /// Hands everything on, and never answers for one Region.
    pub fn hanging(behind: &str, region: &str) -> Front {
        let (behind, mark) = (behind.trim_start_matches("http://").to_owned(), format!("/{region}/"));
        Front::start(move |mut client| {
            let head = head(&mut client);
            // The Region stands in the signature.
            if head.contains(&mark) {
                let _ = client.read_to_end(&mut Vec::new());
                return;
            }
            let mut server = TcpStream::connect(&behind).unwrap();
            let _ = server.write_all(head.as_bytes());
            let (mut from, mut to) = (client.try_clone().unwrap(), server.try_clone().unwrap());
            std::thread::spawn(move || {
                let _ = std::io::copy(&mut from, &mut to);
                let _ = to.shutdown(Shutdown::Write);
            });
            let _ = std::io::copy(&mut server, &mut client);
            let _ = client.shutdown(Shutdown::Both);
        })
    }

    fn start(serve: impl Fn(TcpStream) + Clone + Send + 'static) -> Front {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let endpoint = format!("http://{}", listener.local_addr().unwrap());
        std::thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let serve = serve.clone();
                std::thread::spawn(move || serve(client));
            }
        });
        Front { endpoint }
    }
}

/// A request's head, and what of its body came with it.
fn head(client: &mut TcpStream) -> String {
    let (mut head, mut piece) = (Vec::new(), [0; 4096]);
    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
        match client.read(&mut piece) {
            Ok(count) if count > 0 => head.extend(piece.iter().take(count)),
            _ => break,
        }
    }
    String::from_utf8_lossy(&head).into_owned()
}
