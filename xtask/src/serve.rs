//! A static server for `dist/`, like a plain host: it serves the finished and the precompressed files without changes.

use crate::build;
use crate::run::run;
use crate::tools;
use anyhow::{Context as _, Result};
use axum::Router;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::thread;
use tokio::net::TcpListener;
use tokio::runtime;
use tower_http::services::ServeDir;

/// Builds the release and serves it.
pub(crate) fn release(port: u16) -> Result<()> {
    build::release()?;
    let (listener, address) = listen(port)?;
    eprintln!("Guard Navi is at http://{address}/ (Ctrl+C ends it)");
    serve(listener, &build::dist(), "/")
}

/// Serves a development build, rebuilt and reloaded on every change.
pub(crate) fn dev(port: u16) -> Result<()> {
    run(tools::trunk()?.args(["serve", "--offline", "--port"]).arg(port.to_string()))
}

/// Serves a folder under a path, in a background thread, on a free port. Returns its URL.
pub(crate) fn in_background(folder: &Path, base_path: &'static str) -> Result<String> {
    let (listener, address) = listen(0)?;
    let folder = folder.to_owned();
    thread::spawn(move || {
        if let Err(error) = serve(listener, &folder, base_path) {
            eprintln!("error: {error:#}");
        }
    });
    Ok(format!("http://{address}{base_path}"))
}

fn listen(port: u16) -> Result<(std::net::TcpListener, SocketAddr)> {
    let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .with_context(|| format!("port {port} is taken; choose another with --port"))?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    Ok((listener, address))
}

fn serve(listener: std::net::TcpListener, folder: &Path, base_path: &str) -> Result<()> {
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
    let app = if base_path == "/" {
        Router::new().fallback_service(files)
    } else {
        Router::new().nest_service(base_path, files)
    };
    runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        axum::serve(TcpListener::from_std(listener)?, app).await?;
        Ok(())
    })
}
