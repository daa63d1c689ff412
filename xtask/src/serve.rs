//! A small server for this machine alone: files out, nothing else.

use anyhow::{Context, Result};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};

/// Listens on the loopback address.
pub struct Server(TcpListener);

impl Server {
    /// Takes `port`, or any free one where that is taken.
    pub fn bind(port: u16) -> Result<Server> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .or_else(|_| TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))
            .context("no port to serve on")?;
        Ok(Server(listener))
    }

    /// Its address, with a slash at the end.
    pub fn address(&self) -> String {
        let port = self.0.local_addr().map_or(0, |address| address.port());
        format!("http://localhost:{port}/")
    }

    /// Serves one file as `/`, until the program ends.
    pub fn serve_file(&self, file: &Path) -> Result<()> {
        self.serve(|path| (path == "/").then(|| file.to_path_buf()))
    }

    /// Serves the files of one folder, until the program ends.
    pub fn serve_folder(&self, folder: PathBuf) -> Result<()> {
        self.serve(|path| {
            let name = path.trim_start_matches('/');
            // One level, as Trunk writes it; so no path can lead out of the folder.
            let plain = !name.contains(['/', '\\']) && !name.starts_with('.');
            plain.then(|| folder.join(if name.is_empty() { "index.html" } else { name }))
        })
    }

    fn serve(&self, find: impl Fn(&str) -> Option<PathBuf>) -> Result<()> {
        for stream in self.0.incoming() {
            // A browser that hangs up is no reason to stop.
            let _ = stream.map_err(anyhow::Error::from).and_then(|stream| answer(stream, &find));
        }
        Ok(())
    }
}

fn answer(stream: TcpStream, find: &impl Fn(&str) -> Option<PathBuf>) -> Result<()> {
    // Browsers open connections ahead of need: one that says nothing must not hold up the next.
    stream.set_read_timeout(Some(std::time::Duration::from_millis(500)))?;
    let mut reader = BufReader::new(stream).take(16_384);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    let mut stream = reader.into_inner().into_inner();
    let path = request.split(' ').nth(1).unwrap_or("/").split(['?', '#']).next().unwrap_or("/");
    let body = find(path).and_then(|file| Some((std::fs::read(&file).ok()?, kind(&file))));
    let (status, body, kind) = match body {
        Some((body, kind)) => ("200 OK", body, kind),
        None => ("404 Not Found", b"not here".to_vec(), "text/plain"),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(&body)?;
    Ok(())
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|e| e.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}
