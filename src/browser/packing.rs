//! Files packed with gzip and unpacked again, by the browser's own streams, which are named by hand:
//! `web-sys` still counts them as unstable.

use super::files::PickedFile;
use super::{IN_BROWSER, words_of};
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// A file's content, packed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// The file's name without folders.
    pub name: String,
    /// Its size, unpacked.
    pub bytes: u64,
    /// Its content as gzip.
    pub gzip: Vec<u8>,
}

/// Why a file could not be packed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unpackable {
    /// Its name.
    pub name: String,
    /// What the browser says.
    pub why: String,
}

/// Packs files one after the other; the first that cannot be read ends it.
pub fn pack(files: Vec<PickedFile>, then: impl FnOnce(Result<Vec<Packed>, Unpackable>) + 'static) {
    if !IN_BROWSER {
        return;
    }
    spawn_local(async move {
        let mut all = Vec::new();
        for file in files {
            let Some(handle) = file.handle() else { continue };
            match through("CompressionStream", handle, f64::INFINITY).await {
                Ok(chunks) => {
                    let mut gzip = Vec::new();
                    for chunk in chunks.iter() {
                        gzip.extend(chunk.unchecked_into::<Uint8Array>().to_vec());
                    }
                    all.push(Packed { name: file.name, bytes: file.bytes, gzip });
                }
                Err(error) => return then(Err(Unpackable { name: file.name, why: words_of(&error) })),
            }
        }
        then(Ok(all));
    });
}

/// Unpacks files; of one that is not what it says, its name comes back.
pub fn unpack(all: Vec<Packed>, then: impl FnOnce(Vec<Result<PickedFile, String>>) + 'static) {
    if !IN_BROWSER {
        return;
    }
    spawn_local(async move {
        let mut files = Vec::new();
        for packed in all {
            files.push(unpack_one(&packed).await.map_err(|_| packed.name));
        }
        then(files);
    });
}

async fn unpack_one(packed: &Packed) -> Result<PickedFile, JsValue> {
    let gzip = Array::of1(&Uint8Array::from(packed.gzip.as_slice()));
    let blob = web_sys::Blob::new_with_u8_array_sequence(&gzip)?;
    let chunks = through("DecompressionStream", &blob, packed.bytes as f64).await?;
    let file = web_sys::File::new_with_u8_array_sequence(&chunks, &packed.name)?;
    if file.size() as u64 != packed.bytes {
        return Err(JsValue::from_str("it is shorter than it was"));
    }
    Ok(PickedFile::of(file))
}

/// What comes out of a gzip stream of the browser, in chunks; an error where it is more than `bytes_max`.
async fn through(stream: &str, blob: &web_sys::Blob, bytes_max: f64) -> Result<Array, JsValue> {
    let constructor = Reflect::get(&js_sys::global(), &stream.into())?;
    let constructor: Function =
        constructor.dyn_into().map_err(|_| JsValue::from_str("this browser cannot pack files"))?;
    let packer = Reflect::construct(&constructor, &Array::of1(&"gzip".into()))?;
    let packed = call(&call(blob, "stream", &Array::new())?, "pipeThrough", &Array::of1(&packer))?;
    let reader = call(&packed, "getReader", &Array::new())?;
    let (chunks, mut bytes) = (Array::new(), 0.0);
    loop {
        let next: Promise = call(&reader, "read", &Array::new())?.dyn_into()?;
        let next = JsFuture::from(next).await?;
        if Reflect::get(&next, &"done".into())?.is_truthy() {
            return Ok(chunks);
        }
        let chunk: Uint8Array = Reflect::get(&next, &"value".into())?.dyn_into()?;
        bytes += f64::from(chunk.length());
        if bytes > bytes_max {
            return Err(JsValue::from_str("it is longer than it was"));
        }
        chunks.push(&chunk);
    }
}

fn call(object: &JsValue, name: &str, arguments: &Array) -> Result<JsValue, JsValue> {
    Reflect::get(object, &name.into())?.dyn_into::<Function>()?.apply(object, arguments)
}
