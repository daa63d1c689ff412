//! Files come in, slice by slice.

use super::{Answer, Ask, Desk, files};
use crate::example;
use crate::ingest::FileReader;
use crate::usage::FILES_MAX;

/// Works the example out once and forgets it: a browser makes good code of what it has seen run, so the first
/// export then meets an engine that is warm.
pub fn warm_up() {
    let mut desk = Desk { plan: example::plan(), ..Desk::new() };
    desk.answer(Ask::Example);
    desk.answer(Ask::Overview);
}

impl Desk {
    pub(super) fn read(&mut self, ask: Ask) -> Answer {
        match ask {
            Ask::Open { name } => {
                self.open = Some(self.reader(&name));
                Answer::Progress { bytes: 0, rows: 0 }
            }
            Ask::Expect { bytes } => {
                if let Some(reader) = &mut self.open {
                    reader.expect(bytes);
                }
                Answer::Progress { bytes: 0, rows: 0 }
            }
            Ask::Slice(bytes) => self.slice(&bytes),
            Ask::Close => match self.open.take() {
                Some(reader) => self.close(reader),
                None => Answer::Refused("no file is open".to_string()),
            },
            Ask::Abandon => {
                self.open = None;
                Answer::Progress { bytes: 0, rows: 0 }
            }
            Ask::Example => {
                let mut reader = self.reader(example::FILE_NAME);
                reader.push(example::csv().as_bytes());
                self.close(reader)
            }
            _ => Answer::Refused("this is not about reading".to_string()),
        }
    }

    /// [`Ask::Slice`] without owning the bytes.
    pub fn slice(&mut self, bytes: &[u8]) -> Answer {
        match &mut self.open {
            Some(reader) => {
                reader.push(bytes);
                let (bytes, rows) = reader.progress();
                Answer::Progress { bytes, rows }
            }
            None => Answer::Refused("no file is open".to_string()),
        }
    }

    /// A reader that knows what was said about files before.
    fn reader(&self, name: &str) -> FileReader {
        FileReader::new(name).with_mappings(self.plan.mappings.clone())
    }

    fn close(&mut self, reader: FileReader) -> Answer {
        if self.log.files().len() >= FILES_MAX {
            return Answer::Refused(format!("more than {FILES_MAX} files in one log"));
        }
        let mut read = reader.finish();
        let (rows, preview) = (read.rows, std::mem::take(&mut read.preview));
        self.files.push(files::FileKept { preview, question: read.question.take() });
        self.log.add(read.into());
        self.unsettled = true;
        self.forget_answers();
        Answer::Closed { rows }
    }
}
