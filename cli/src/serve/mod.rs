//! `guard-navi serve`: the finished page over HTTP, as `docs/hosting.md` wants a host to send it.
//!
//! **Invariant:** a request is looked up among the names of the files that were read at the start; none of it becomes
//! a path of the disk.

mod response;
mod site;

use crate::words;
use anyhow::{Context as _, Result};
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, Method, Uri};
use guard_navi::base::i18n::Locale;
pub use response::HEADERS;
use site::Site;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::runtime;

/// What to serve, and where.
#[derive(Debug)]
pub struct Options {
    /// The folder of the page; `None` for the one in the program.
    pub site: Option<PathBuf>,
    /// The address to listen on.
    pub address: IpAddr,
    /// The port; 0 for a free one.
    pub port: u16,
}

/// Serves the page until the process is ended.
///
/// # Errors
///
/// If there is no page, or the port is taken.
pub fn serve(options: &Options, locale: Locale) -> Result<()> {
    let site = match &options.site {
        Some(folder) => Site::read(folder, locale).with_context(|| folder.display().to_string())?,
        None => site::embedded().context(words::NO_SITE.get(locale))?,
    };
    let site = Arc::new(site);
    runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        let address = SocketAddr::new(options.address, options.port);
        let listener = TcpListener::bind(address).await.with_context(|| address.to_string())?;
        let address = listener.local_addr()?;
        crate::print(format!("Guard Navi: http://{address}/\n").as_bytes())?;
        eprintln!("{}", words::STOP.get(locale));
        if !address.ip().is_loopback() {
            eprintln!("{}", words::PLAIN_HTTP.get(locale));
        }
        axum::serve(listener, Router::new().fallback(answer).with_state(site)).await?;
        Ok(())
    })
}

async fn answer(State(site): State<Arc<Site>>, method: Method, uri: Uri, headers: HeaderMap) -> response::Response {
    response::to(&site, &method, uri.path(), &headers)
}
