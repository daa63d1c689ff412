//! What was left out, by kind of problem.
