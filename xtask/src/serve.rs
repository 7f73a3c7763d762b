//! A static server for `dist/`, as plain as any host: the finished files, compressed as they are in advance, nothing added.

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

/// Builds the release and shows it.
pub(crate) fn release(port: u16) -> Result<()> {
    build::release()?;
    let (listener, address) = listen(port)?;
    eprintln!("Guard Navi is at http://{address}/ (Ctrl+C ends it)");
    serve(listener, &build::dist(), "/")
}

/// Rebuilds and reloads on every change.
pub(crate) fn dev(port: u16) -> Result<()> {
    run(tools::trunk()?.args(["serve", "--offline", "--port"]).arg(port.to_string()))
}

/// Serves a folder under a path, in the background, on a free port; the URL that it is at.
pub(crate) fn in_background(folder: &Path, under: &'static str) -> Result<String> {
    let (listener, address) = listen(0)?;
    let folder = folder.to_owned();
    thread::spawn(move || {
        if let Err(error) = serve(listener, &folder, under) {
            eprintln!("error: {error:#}");
        }
    });
    Ok(format!("http://{address}{under}"))
}

fn listen(port: u16) -> Result<(std::net::TcpListener, SocketAddr)> {
    let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .with_context(|| format!("port {port} is taken; choose another with --port"))?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    Ok((listener, address))
}

fn serve(listener: std::net::TcpListener, folder: &Path, under: &str) -> Result<()> {
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
    let app =
        if under == "/" { Router::new().fallback_service(files) } else { Router::new().nest_service(under, files) };
    runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        axum::serve(TcpListener::from_std(listener)?, app).await?;
        Ok(())
    })
}
