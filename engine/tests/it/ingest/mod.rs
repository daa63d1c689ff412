//! Reading exports: bytes in, rows and findings out.

mod columns;
mod dates;
mod dialects;
mod dialects_of_forms;
mod findings;
mod fixtures;
mod foreign;
mod fuzz;
mod limits;
mod numbers;
mod properties;
mod properties_of_forms;
mod speed;
mod support;
