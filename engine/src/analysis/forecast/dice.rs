//! The forecast's own random numbers: the same for everyone, on every target.

/// SplitMix64: small, fast, and good enough to draw past weeks from a list.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// A stream of its own for each seed and name, so that a further pool or busy period leaves
    /// the numbers of the others as they were.
    pub fn new(seed: u64, name: &str) -> Dice {
        // FNV-1a over the name, mixed with the seed.
        let mut state = 0xCBF2_9CE4_8422_2325_u64 ^ seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        for byte in name.bytes() {
            state = (state ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
        }
        Dice(state)
    }

    /// A stream for one of many futures: a longer horizon leaves the other futures as they were.
    pub fn branch(&self, number: usize) -> Dice {
        let mut dice = Dice(self.0 ^ (number as u64 + 1).wrapping_mul(0xD1B5_4A32_D192_ED03));
        Dice(dice.bits())
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A whole number below `count`; 0 where `count` is 0.
    pub fn below(&mut self, count: usize) -> usize {
        (((self.bits() >> 32) * count as u64) >> 32) as usize
    }

    /// A number from 0 to 1, without 1.
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1u64 << 53) as f64
    }
}
