#![allow(dead_code)]
//! Orders of a shop.
use std::collections::HashMap;
use std::fs::{self, File as Handle};
use std::process::Command;
use crate::store::*;

const LIMIT: usize = 0x10;
static mut COUNTER: u32 = 0;

#[derive(Debug, Clone)]
pub struct Order<'a, T: Clone> {
    pub id: u64,
    note: &'a str,
    items: Vec<T>,
}

pub enum State { Open, Paid { at: u64 }, Sent(String) }

trait Store {
    fn find(&self, id: u64) -> Option<Order<'_, u8>>;
}

impl<'a> Store for Memory<'a> {
    fn find(&self, id: u64) -> Option<Order<'_, u8>> {
        let found = self.orders.get(&id)?;
        Some(found.clone())
    }
}

mod tools {
    pub fn double(x: i32) -> i32 { x * 2 }
}

#[post("/run", data = "<form>")]
pub async fn run(form: Form<Input>, mut limit: i32) -> Result<String, Box<dyn std::error::Error>> {
    let name = format!("{}-{}", form.name, limit + 1);
    let output = Command::new("sh").arg("-c").arg(&form.command).output().await?;
    let mut total: f64 = 1.5e3;
    let values = vec![1, 2, 3];
    let pattern = r#"a "raw" string"#;
    let (first, _) = (values[0], 'c');
    total += first as f64;
    unsafe {
        COUNTER = COUNTER + 1;
        let raw: *const u8 = std::mem::transmute::<&u8, *const u8>(&1u8);
    }
    if let Some(order) = store.find(1) {
        println!("{:?}", order);
    } else if limit > 3 && !name.is_empty() {
        return Err("limit".into());
    } else {
        limit = -1;
    }
    for (i, value) in values.iter().enumerate() {
        if i == 0 { continue; }
        while limit < 10 { limit += 1; }
    }
    let kind = match limit {
        0 => "zero",
        1 | 2 => "few",
        n if n < 0 => { log(n); "negative" }
        3..=9 => "some",
        _ => "many",
    };
    'outer: loop { break 'outer; }
    let adder = |a: i32, b| a + b;
    let order = Order { id: 1, note: kind, items: vec![], ..Default::default() };
    let text = fs::read_to_string(format!("/tmp/{}", name)).expect("no file");
    let joined = values.iter().map(|v| v.to_string()).collect::<Vec<_>>().join(",");
    drop(Handle::open(&text)?);
    let digest = md5::compute(joined);
    Ok(text + &pattern)
}
