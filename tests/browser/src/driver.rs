//! A driver of one session: a process of ours, with a folder of its own, and the screen that
//! WebKit draws on.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use crate::browsers;
use crate::engine::{Engine, Setup};
use crate::outcome::{Outcome, failed};
use crate::processes;

/// How long a driver may take until it listens.
const START: Duration = Duration::from_secs(20);

/// A running driver. Dropping it ends the driver and its browser and removes the folder.
pub struct Driver {
    child: Child,
    folder: PathBuf,
    port: u16,
}

impl Driver {
    pub async fn start(engine: Engine, setup: Setup, screen: Option<&Screen>) -> Outcome<Driver> {
        let folder = fresh_folder(engine)?;
        let port = free_port()?;
        let log = File::create(folder.join("driver.log"))?;
        let mut command = command(engine, port)?;
        command
            .env("HOME", folder.join("home"))
            .env("TMPDIR", folder.join("temp"))
            .env(processes::MARK, &folder)
            .envs(engine.environment(setup))
            .env_remove("XDG_CACHE_HOME")
            .env_remove("XDG_CONFIG_HOME")
            .env_remove("XDG_DATA_HOME")
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log);
        if let Some(screen) = screen {
            command.env("DISPLAY", &screen.name);
        }
        let child = match command.spawn() {
            Ok(child) => child,
            Err(why) => return failed(format!("{} cannot be started: {why}.", engine.driver())),
        };
        let mut driver = Driver { child, folder, port };
        driver.listening(engine).await?;
        Ok(driver)
    }

    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where downloads go; the browser's home, since WebKit cannot be told another place.
    pub fn home(&self) -> PathBuf {
        self.folder.join("home")
    }

    /// What the driver and its browser have written so far.
    pub fn log(&self) -> String {
        let bytes = fs::read(self.folder.join("driver.log")).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    async fn listening(&mut self, engine: Engine) -> Outcome {
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            if let Some(status) = self.child.try_wait()? {
                return failed(format!("{} ended at once ({status}): {}", engine.driver(), self.log()));
            }
            if start.elapsed() > START {
                return failed(format!("{} does not listen: {}", engine.driver(), self.log()));
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let mark = self.folder.display().to_string();
        // Twice: a browser that is just starting may have had a child in between.
        for _ in 0..2 {
            processes::end(&processes::family(self.child.id(), &mark));
        }
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A screen without a monitor. WebKit has no headless mode.
pub struct Screen {
    child: Child,
    name: String,
}

impl Screen {
    /// Started by itself and not by `xvfb-run`, which leaves it behind.
    pub fn start() -> Outcome<Screen> {
        let Some(program) = browsers::on_path("Xvfb") else {
            return failed("Xvfb is missing: run with --install.");
        };
        let mut child = Command::new(program)
            .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut number = String::new();
        if let Some(out) = child.stdout.take() {
            BufReader::new(out).read_line(&mut number)?;
        }
        let screen = Screen { child, name: format!(":{}", number.trim()) };
        if number.trim().is_empty() { failed("Xvfb gave no screen.") } else { Ok(screen) }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn command(engine: Engine, port: u16) -> Outcome<Command> {
    let program = match engine {
        Engine::Firefox => Some(browsers::geckodriver()).filter(|file| file.is_file()),
        Engine::Chromium | Engine::WebKit => browsers::on_path(engine.driver()),
    };
    let Some(program) = program else {
        return failed(format!("{} is missing: run with --install.", engine.driver()));
    };
    let mut command = Command::new(program);
    command.arg(format!("--port={port}"));
    if engine == Engine::Firefox {
        // Its second port has a fixed default, and two runs beside each other would quarrel.
        command.arg(format!("--websocket-port={}", free_port()?));
    }
    Ok(command)
}

/// The system's choice. Somebody else could take it before the driver does; then the start fails
/// with the driver's own words.
fn free_port() -> Outcome<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

fn fresh_folder(engine: Engine) -> Outcome<PathBuf> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("flexgauge-{engine}-{}-{number}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    for inner in ["home", "temp"] {
        fs::create_dir_all(folder.join(inner))?;
    }
    Ok(folder)
}
