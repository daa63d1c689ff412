//! Pictures of the page and its print.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fantoccini::wd::{PrintConfigurationBuilder, PrintSize};
use serde_json::{Value, json};

use super::Page;
use crate::engine::Engine;
use crate::outcome::{Outcome, failed};

/// The inner size of the window.
#[derive(Clone, Copy, PartialEq)]
pub struct Size {
    pub width: u32,
    pub height: u32,
}

impl Size {
    pub const WIDE: Size = Size { width: 1360, height: 900 };
    pub const PHONE: Size = Size { width: 390, height: 844 };
}

impl Page {
    /// Gives the page this size. Firefox and WebKit do not go below some 500 pixels of width.
    pub async fn resize(&self, size: Size) -> Outcome {
        let Size { width, height } = size;
        if self.engine == Engine::Chromium {
            // On a phone the page's viewport line counts, and scroll bars take no room.
            let mobile = width < 500;
            let metrics =
                json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile });
            self.devtools("Emulation.setDeviceMetricsOverride", metrics).await?;
            return Ok(());
        }
        self.client.set_window_size(width, height).await?;
        // The window's frame takes its part; what it took is added.
        let inner = self.script("return [innerWidth, innerHeight]", vec![]).await?;
        let missing = |index: usize, wanted: u32| {
            wanted.saturating_sub(u32::try_from(inner[index].as_u64().unwrap_or_default()).unwrap_or(wanted))
        };
        self.client.set_window_size(width + missing(0, width), height + missing(1, height)).await?;
        Ok(())
    }

    /// What the window shows, as PNG.
    pub async fn picture(&self) -> Outcome<Vec<u8>> {
        self.painted().await?;
        Ok(self.client.screenshot().await?)
    }

    /// Waits until the last change has been drawn: WebKit gives the frame before it otherwise.
    async fn painted(&self) -> Outcome {
        let script = "
            const done = arguments[arguments.length - 1];
            requestAnimationFrame(() => requestAnimationFrame(() => done(true)));
            setTimeout(() => done(true), 1000);"; // a window that is not shown draws nothing
        self.client.execute_async(script, vec![]).await?;
        Ok(())
    }

    /// The whole page, below the fold as well, as PNG; Chromium only.
    pub async fn whole_picture(&self) -> Outcome<Vec<u8>> {
        // A scroll bar beside a picture of the whole would be absurd, and take its room.
        let bars = "document.documentElement.style.scrollbarWidth = arguments[0]";
        self.script(bars, vec![json!("none")]).await?;
        self.painted().await?;
        let metrics = self.devtools("Page.getLayoutMetrics", json!({})).await?;
        let content = &metrics["cssContentSize"];
        let clip = json!({
            "x": 0, "y": 0, "width": content["width"], "height": content["height"], "scale": 1,
        });
        let wish = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        let taken = self.devtools("Page.captureScreenshot", wish).await?;
        self.script(bars, vec![json!("")]).await?;
        base64_of(&taken["data"])
    }

    /// How high the page is.
    pub async fn height(&self) -> Outcome<u64> {
        let script = "return document.documentElement.scrollHeight";
        Ok(self.script(script, vec![]).await?.as_u64().unwrap_or_default())
    }

    /// Shows the page as it would be printed, or as usual again; Chromium only.
    pub async fn as_printed(&self, printed: bool) -> Outcome {
        let media = json!({ "media": if printed { "print" } else { "" } });
        self.devtools("Emulation.setEmulatedMedia", media).await.map(drop)
    }

    /// The page printed on A4, as PDF. WebKit's driver cannot print.
    pub async fn print(&self) -> Outcome<Vec<u8>> {
        let a4 = PrintSize { width: 21.0, height: 29.7 };
        match PrintConfigurationBuilder::default().size(a4).background(true).build() {
            Ok(wish) => Ok(self.client.print(wish).await?),
            Err(why) => failed(why),
        }
    }
}

fn base64_of(data: &Value) -> Outcome<Vec<u8>> {
    STANDARD.decode(data.as_str().unwrap_or_default()).or_else(|why| failed(format!("no picture: {why}")))
}
