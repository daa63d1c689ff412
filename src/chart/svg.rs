//! Our backend for plotters: SVG text with classes or baked colours, every label escaped.
//!
//! It never measures with the browser: plotters would append an element per label, and panic in a
//! worker. Widths are estimated, the same natively and in the browser.

use super::ink::{Ink, Role};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};
use std::convert::Infallible;
use std::fmt::Write;

/// Plotters counts in whole pixels; we let it count in tenths.
pub(super) const TENTHS: i32 = 10;

/// The average width of a character of the page's face, in parts of its size.
const CHARACTER_WIDTH: f64 = 0.55;

/// Writes what is drawn into a text.
pub(super) struct SvgBackend<'a> {
    pub out: &'a mut String,
    pub ink: Ink,
    pub width: u32,
    pub height: u32,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl SvgBackend<'_> {
    fn stroke(&mut self, color: BackendColor, width: u32) {
        let role = Role::of(color.rgb);
        match self.ink {
            Ink::Classes => self.put(format_args!(" class=\"{}\"", role.class())),
            Ink::Baked => {
                let dash =
                    if matches!(role, Role::Ahead | Role::Mark) { " stroke-dasharray=\"4 3\"" } else { "" };
                self.put(format_args!(
                    " fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"{dash}",
                    role.baked(),
                    tenths(width as i32)
                ));
            }
        }
    }

    fn fill(&mut self, color: BackendColor) {
        let role = Role::of(color.rgb);
        match self.ink {
            Ink::Classes => self.put(format_args!(" class=\"{}\"", role.class())),
            Ink::Baked => self.put(format_args!(" fill=\"{}\"", role.baked())),
        }
    }

    fn points(&mut self, points: impl IntoIterator<Item = BackendCoord>) {
        for (index, (x, y)) in points.into_iter().enumerate() {
            let letter = if index == 0 { 'M' } else { 'L' };
            self.put(format_args!("{letter}{} {}", tenths(x), tenths(y)));
        }
    }

    fn put(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to a String cannot fail.
        let _ = self.out.write_fmt(text);
    }
}

impl DrawingBackend for SvgBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.width * TENTHS as u32, self.height * TENTHS as u32)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (x, y) = (upper_left.0.min(bottom_right.0), upper_left.1.min(bottom_right.1));
        let width = (bottom_right.0 - upper_left.0).abs();
        let height = (bottom_right.1 - upper_left.1).abs();
        self.put(format_args!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
            tenths(x),
            tenths(y),
            tenths(width),
            tenths(height)
        ));
        if fill {
            self.fill(style.color())
        } else {
            self.stroke(style.color(), style.stroke_width())
        }
        self.out.push_str("/>\n");
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.out.push_str("<path d=\"");
        self.points(path);
        self.out.push('"');
        self.stroke(style.color(), style.stroke_width());
        self.out.push_str("/>\n");
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        _: bool,
    ) -> Drawn {
        self.put(format_args!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"",
            tenths(center.0),
            tenths(center.1),
            tenths(radius as i32)
        ));
        self.fill(style.color());
        self.out.push_str("/>\n");
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        self.out.push_str("<path d=\"");
        self.points(corners);
        self.out.push_str("Z\"");
        self.fill(style.color());
        self.out.push_str("/>\n");
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, at: BackendCoord) -> Drawn {
        let anchor = match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Center => "middle",
            HPos::Right => "end",
        };
        // The baseline from the given edge; `dominant-baseline` differs between programs.
        let drop = match style.anchor().v_pos {
            VPos::Top => 0.8,
            VPos::Center => 0.35,
            VPos::Bottom => -0.2,
        };
        let y = at.1 + (style.size() * drop) as i32;
        self.put(format_args!("<text x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\"", tenths(at.0), tenths(y)));
        self.fill(style.color());
        if self.ink == Ink::Baked {
            let size = tenths(style.size() as i32);
            self.put(format_args!(" font-family=\"sans-serif\" font-size=\"{size}\""));
            if matches!(style.style(), FontStyle::Bold) {
                self.out.push_str(" font-weight=\"600\"");
            }
        }
        self.put(format_args!(">{}</text>\n", escape(text)));
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        Ok((estimated_width(text, style.size()) as u32, style.size() as u32))
    }
}

/// About how wide a text is at a size.
pub(super) fn estimated_width(text: &str, size: f64) -> f64 {
    text.chars().count() as f64 * size * CHARACTER_WIDTH
}

/// A text that may stand in SVG, in an attribute as well as between tags.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // Not allowed in XML at all.
            c if c.is_control() && !matches!(c, '\t' | '\n' | '\r') => {}
            c => out.push(c),
        }
    }
    out
}

fn tenths(value: i32) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let (whole, tenth) = (value.abs() / TENTHS, value.abs() % TENTHS);
    if tenth == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{tenth}") }
}
