//! The frame every picture has: its size, its title and its description.

use super::ink::{Ink, Role};
use super::svg::{SvgBackend, TENTHS, escape};
use plotters::coord::Shift;
use plotters::prelude::{DrawingArea, IntoDrawingArea};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, TextStyle};
use plotters_backend::text_anchor::{HPos, Pos, VPos};

/// The size of labels, in pixels of the picture.
pub(super) const LABEL_SIZE: f64 = 11.5;

/// How much room there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Beside other panels.
    Wide,
    /// On a phone: fewer labels, so that they stay readable.
    Narrow,
}

/// What a picture needs to know about itself.
#[derive(Clone, Debug)]
pub struct Picture<'a> {
    /// Unique in the page.
    pub id: &'a str,
    /// Its name.
    pub title: &'a str,
    /// What it shows, in words.
    pub description: &'a str,
    /// How colours get into it.
    pub ink: Ink,
    /// How much room there is.
    pub size: Size,
}

/// Where things are drawn.
pub(super) type Area<'a> = DrawingArea<SvgBackend<'a>, Shift>;

/// Draws into a frame of `width` × `height` pixels.
pub(super) fn framed(picture: &Picture<'_>, width: u32, height: u32, draw: impl FnOnce(&Area<'_>)) -> String {
    let mut body = String::new();
    {
        let backend = SvgBackend { out: &mut body, ink: picture.ink, width, height };
        let area = backend.into_drawing_area();
        draw(&area);
    }
    let id = escape(picture.id);
    let (title, description) = (escape(picture.title), escape(picture.description));
    let attributes = match (picture.ink, picture.size) {
        (Ink::Classes, Size::Wide) => " class=\"chart wide\"".to_string(),
        (Ink::Classes, Size::Narrow) => " class=\"chart narrow\"".to_string(),
        // A picture that stands alone carries its own size, and no style of the page may touch it.
        (Ink::Baked, _) => {
            format!(" xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\"")
        }
    };
    format!(
        "<svg{attributes} viewBox=\"0 0 {width} {height}\" role=\"img\" \
         aria-labelledby=\"{id}-title\" aria-describedby=\"{id}-desc\">\n\
         <title id=\"{id}-title\">{title}</title>\n<desc id=\"{id}-desc\">{description}</desc>\n{body}</svg>"
    )
}

/// The style of a label.
pub(super) fn text(role: Role, h_pos: HPos, v_pos: VPos) -> TextStyle<'static> {
    let weight = if role == Role::Strong { FontStyle::Bold } else { FontStyle::Normal };
    let size = LABEL_SIZE * f64::from(TENTHS);
    TextStyle {
        font: FontDesc::new(FontFamily::SansSerif, size, weight),
        color: role.color().to_backend_color(),
        pos: Pos::new(h_pos, v_pos),
    }
}

/// Pixels of the picture in what plotters counts in.
pub(super) fn px(pixels: f64) -> i32 {
    (pixels * f64::from(TENTHS)).round() as i32
}
