//! Files that are no tables of text.

use super::support::{kinds, read, render_findings};

#[test]
fn each_says_what_it_is() {
    for (bytes, kind) in [
        (b"".as_slice(), "empty_file"),
        (b"\xEF\xBB\xBF", "empty_file"),
        (b"\xFF\xFE", "empty_file"),
        (b"\n \r\n\t\n", "empty_file"),
        (b"PK\x03\x04\x14\0\x06\0......[Content_Types].xml ....xl/workbook.xml", "excel_workbook"),
        (b"PK\x03\x04\x14\0\x06\0......[Content_Types].xml ....word/document.xml", "office_file"),
        (b"PK\x03\x04\x14\0\x06\0..mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "spreadsheet"),
        (b"PK\x03\x04\x14\0\x06\0....usage.csv....", "archive"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", "excel_workbook"),
        (b"%PDF-1.7\n%\xE2\xE3", "pdf"),
        (b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "picture"),
        (b"\xFF\xD8\xFF\xE0\0\x10JFIF", "picture"),
        (b"GIF89a\x01\0", "picture"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "picture"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "picture"),
        (b"BM\x36\0\0\0\0\0", "picture"),
        (b"\x1F\x8B\x08\0\0", "archive"),
        (b"7z\xBC\xAF\x27\x1C\0\x04", "archive"),
        (b"{\\rtf1\\ansi", "office_file"),
        (b"\n<!DOCTYPE html><html>", "web_page"),
        (b"\xEF\xBB\xBF<html lang='en'>", "web_page"),
        (b"<table><tr><td>Email</td></tr>", "web_page"),
        (b"<?xml version=\"1.0\"?><Workbook>", "xml"),
        (b"{\"schema\": \"flexgauge.plan/1\"}", "json"),
        (b"day_used,email,product,tokens_used\n\0\0\x01", "binary"),
        (b"\x7FELF\x02\x01\x01\0\0", "binary"),
        (b"\xFF\xFE\0\0d\0\0\0a\0\0\0", "binary"),
    ] {
        let read = read(bytes);
        assert_eq!(kinds(&read), [kind], "{bytes:?}");
        assert_eq!((read.rows, read.shape.name()), (0, None));
    }
}

#[test]
fn a_workbook_says_what_to_do() {
    let read = read(b"PK\x03\x04\x14\0\x06\0......[Content_Types].xml ....xl/workbook.xml");
    expect_test::expect!["excel_workbook “” «»: This is an Excel workbook. In Excel choose File › Save as › CSV UTF-8 and drop that file. → Nothing was read from this file."]
        .assert_eq(&render_findings(&read).join("\n"));
}

#[test]
fn text_that_is_no_export_names_what_is_needed() {
    let read = read(b"Dear Ann,\nplease find the figures below.\n\nRegards\n");
    expect_test::expect!["no_usable_column “” «»: No line has the names of known columns. Found: “Dear Ann”. Needed: the day (“Day used”), the product (“Product” or “offering_name”), “Tokens used” and the person (“Email”, “autodesk_id” or “hashed_autodesk_id”). → Nothing was read from this file."]
        .assert_eq(&render_findings(&read).join("\n"));
}
