//! The cheapest right licence for every person.

mod article;
mod brute_force;
mod desk;
mod exports;
mod laws;
mod people;
mod plan;
mod pools;
mod seats;
mod speed;
mod world;
