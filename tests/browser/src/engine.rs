//! The three engines: what each needs to be started, and what makes it behave as at a reader's.

use std::fmt;
use std::path::Path;

use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

pub const ALL: &[Engine] = &[Engine::Chromium, Engine::Firefox, Engine::WebKit];

/// What a story wants of its browser beside the usual.
#[derive(Clone, Copy, Default)]
pub struct Setup {
    /// The reader prefers dark pages.
    pub dark: bool,
    /// As where a policy has switched the compiler off: there is no `WebAssembly`.
    pub without_wasm: bool,
}

impl Engine {
    pub fn named(name: &str) -> Result<Engine, String> {
        ALL.iter()
            .copied()
            .find(|engine| engine.to_string() == name)
            .ok_or(format!("There is no engine {name}: chromium, firefox or webkit."))
    }

    /// The driver's program, for messages.
    pub fn driver(self) -> &'static str {
        match self {
            Engine::Chromium => "chromedriver",
            Engine::Firefox => "geckodriver",
            Engine::WebKit => "WebKitWebDriver",
        }
    }

    /// Variables of the browser's environment that say what its settings cannot.
    pub fn environment(self, setup: Setup) -> Vec<(&'static str, &'static str)> {
        let mut variables = Vec::new();
        if self == Engine::WebKit {
            variables.push(("GTK_THEME", if setup.dark { "Adwaita:dark" } else { "Adwaita" }));
            if setup.without_wasm {
                variables.push(("JSC_useWasm", "0"));
            }
        }
        variables
    }

    /// The wishes sent with a new session. `folder` is the session's own; downloads go to `home`.
    pub fn capabilities(self, setup: Setup, folder: &Path, home: &Path) -> Capabilities {
        let wishes = match self {
            Engine::Chromium => chromium(setup, folder, home),
            Engine::Firefox => firefox(setup, home),
            Engine::WebKit => json!({ "browserName": "MiniBrowser" }),
        };
        match wishes {
            Value::Object(wishes) => wishes,
            _ => Capabilities::new(),
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        })
    }
}

fn chromium(setup: Setup, folder: &Path, home: &Path) -> Value {
    let mut args = vec![
        "--headless=new".to_owned(),
        // The sandbox needs rights that root in a container does not have.
        "--no-sandbox".into(),
        "--disable-gpu".into(),
        // What the browser itself would send to the network does not belong in the request log.
        "--disable-quic".into(),
        "--no-first-run".into(),
        "--disable-background-networking".into(),
        "--disable-component-update".into(),
        "--disable-sync".into(),
        format!("--user-data-dir={}", folder.join("profile").display()),
    ];
    if setup.without_wasm {
        // What hardened installs do. (`--noexpose-wasm` alone has no effect on pages.)
        args.push("--js-flags=--jitless".into());
    }
    json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        "goog:chromeOptions": {
            "binary": "/usr/bin/chromium",
            "args": args,
            "prefs": {
                "download.default_directory": home,
                "download.prompt_for_download": false,
            },
        },
    })
}

fn firefox(setup: Setup, home: &Path) -> Value {
    json!({
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": "/usr/bin/firefox-esr",
            "args": ["-headless"],
            "prefs": {
                // Under automation Firefox relaxes file://, and a test there would prove nothing.
                "remote.prefs.recommended": false,
                // … but then it does all that a fresh Firefox does, too: these keep it quiet.
                "browser.shell.checkDefaultBrowser": false,
                "browser.startup.homepage_override.mstone": "ignore",
                "browser.aboutwelcome.enabled": false,
                "datareporting.policy.dataSubmissionEnabled": false,
                "app.update.disabledForTesting": true,
                "app.normandy.enabled": false,
                // The page's console goes to the driver's output, where it is read from; the
                // driver would add the browser's own, which complains about everything offline.
                "devtools.console.stdout.content": true,
                "devtools.console.stdout.chrome": false,
                // Uploads on a served page; recommended for automation, and we have declined that.
                "dom.file.createInChild": true,
                "browser.download.folderList": 2,
                "browser.download.dir": home,
                "browser.download.alwaysOpenPanel": false,
                "ui.systemUsesDarkTheme": i32::from(setup.dark),
                "javascript.options.wasm": !setup.without_wasm,
            },
        },
    })
}
