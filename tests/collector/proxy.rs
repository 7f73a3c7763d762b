//! A proxy between the collector script and the simulator: it refuses everything, or never answers for one Region.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};

/// A server in front of the simulator. Its threads end with the test process.
pub struct Proxy {
    pub endpoint: String,
}

impl Proxy {
    /// Refuses every request except `sts get-caller-identity`, as AWS does.
    pub fn refusing() -> Proxy {
        Proxy::start(|mut client| {
            let head = head(&mut client);
            let is_identity = head.contains("/sts/aws4_request");
            // Query services and S3 use XML, the others JSON.
            let (kind, body) = if is_identity {
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
                if is_identity { "200 OK" } else { "403 Forbidden" },
                body.len()
            );
        })
    }

    /// Forwards every request to `behind`, but never answers those to one Region.
    pub fn hanging(behind: &str, region: &str) -> Proxy {
        let (behind, region_part) = (behind.trim_start_matches("http://").to_owned(), format!("/{region}/"));
        Proxy::start(move |mut client| {
            let head = head(&mut client);
            // The signature contains the Region.
            if head.contains(&region_part) {
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

    fn start(serve: impl Fn(TcpStream) + Clone + Send + 'static) -> Proxy {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let endpoint = format!("http://{}", listener.local_addr().unwrap());
        std::thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let serve = serve.clone();
                std::thread::spawn(move || serve(client));
            }
        });
        Proxy { endpoint }
    }
}

/// The head of a request, with the part of the body that was read along with it.
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
