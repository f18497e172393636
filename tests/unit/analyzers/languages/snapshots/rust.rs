use std::{fs, process::Command as Run};

#[derive(Debug)]
pub struct Order { id: u32, note: String }

impl Store for Order {
    #[inline]
    pub fn run(&self, name: &str) -> Result<u32, Error> {
        let mut out = Run::new("sh").arg(name).output()?;
        println!("{} {}", name, self.note.len());
        if let Some(line) = out.first() { unsafe { check(line) } } else { return Err(Error::Empty) }
        match self.id { 0 => none(), n if n > 1 => vec![n], _ => loop { stop(); } }
        let order = Order { id: 1, ..Default::default() };
        Ok(order.id as u32 + 1)
    }
}
