//! Pictures for other programs: SVG text becomes PNG, and goes into the clipboard or into a file.

use super::{document, download, window};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::{Blob, CanvasRenderingContext2d, ClipboardItem, HtmlCanvasElement, HtmlImageElement};

const PNG: &str = "image/png";

/// Where a picture went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Into the clipboard.
    Copied,
    /// Among the downloads, under this name: the clipboard takes no pictures here.
    Saved(String),
}

/// Copies a picture, or saves it as `name` where the clipboard takes none. To be called from a click.
pub fn copy(svg: String, name: &str, then: impl FnOnce(Taken) + 'static) {
    if window().is_none() {
        return;
    }
    let name = name.to_string();
    let drawn = svg.clone();
    // The clipboard is asked within the click, and gets the picture when it is drawn.
    let png = future_to_promise(async move { draw(&drawn).await });
    let offered = offer(&png);
    spawn_local(async move {
        let copied = match offered {
            Some(taken) => JsFuture::from(taken).await.is_ok(),
            None => false,
        };
        then(if copied { Taken::Copied } else { save(&svg, &name, png).await });
    });
}

/// Offers a picture that is on its way; `None` where there is no such clipboard.
fn offer(png: &Promise) -> Option<Promise> {
    let clipboard = window()?.navigator().clipboard();
    // On an http page inside a firm there is none.
    if clipboard.is_undefined() {
        return None;
    }
    let forms = Object::new();
    Reflect::set(&forms, &JsValue::from_str(PNG), png).ok()?;
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&forms).ok()?;
    Some(clipboard.write(&Array::of1(&item)))
}

/// As PNG, or, where it cannot be drawn, as it is.
async fn save(svg: &str, name: &str, png: Promise) -> Taken {
    let blob = JsFuture::from(png).await.ok().and_then(|png| png.dyn_into::<Blob>().ok());
    let name = match blob {
        Some(blob) => {
            let name = format!("{name}.png");
            download::save_blob(&name, &blob);
            name
        }
        None => {
            let name = format!("{name}.svg");
            download::save(&name, "image/svg+xml", svg.as_bytes());
            name
        }
    };
    Taken::Saved(name)
}

/// Draws it on a canvas. The address holds the picture itself: one of a blob would count as foreign on
/// `file://`, and a canvas with something foreign on it gives nothing back.
async fn draw(svg: &str) -> Result<JsValue, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(&format!("data:image/svg+xml;base64,{}", BASE64.encode(svg)));
    JsFuture::from(image.decode()).await?;
    let canvas = document().ok_or(JsValue::NULL)?.create_element("canvas")?;
    let canvas: HtmlCanvasElement = canvas.dyn_into()?;
    canvas.set_width(image.natural_width());
    canvas.set_height(image.natural_height());
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into::<CanvasRenderingContext2d>()?;
    context.draw_image_with_html_image_element(&image, 0.0, 0.0)?;
    let blob = Promise::new(&mut |resolve, reject| {
        if let Err(why) = canvas.to_blob_with_type(&resolve, PNG) {
            let _ = reject.call1(&JsValue::UNDEFINED, &why);
        }
    });
    let blob = JsFuture::from(blob).await?;
    if blob.is_null() { Err(blob) } else { Ok(blob) }
}
