//! Exact decimals in two words, which go from one operation to the next in registers; and the operations that amounts, rates and
//! coefficients share. They saturate, and are not copied into each rule: the page would carry every copy.

use rust_decimal::{Decimal, RoundingStrategy};
use std::{cmp::Ordering, fmt, ops::Neg};

/// The decimal of `rust_decimal`, packed: whole number of 96 bits, number of decimals, sign.
#[derive(Clone, Copy)]
pub(super) struct Exact {
    /// The low 64 bits of the whole number.
    bas: u64,
    /// Its high 32 bits, then the number of decimals, then the sign.
    haut: u64,
}
const DECIMALES: u32 = 32;
const SIGNE: u64 = 1 << 63;
const DECIMALES_MAX: u64 = 28;

impl Exact {
    pub const fn c(mantisse: u64, decimales: u32) -> Self {
        Exact { bas: mantisse, haut: (decimales as u64) << DECIMALES }
    }
    #[inline(never)]
    pub const fn de(valeur: Decimal) -> Self {
        let mantisse = valeur.mantissa().unsigned_abs();
        let signe = if valeur.is_sign_negative() { SIGNE } else { 0 };
        Exact { bas: mantisse as u64, haut: (mantisse >> 64) as u64 | (valeur.scale() as u64) << DECIMALES | signe }
    }
    #[inline(never)]
    pub const fn decimal(self) -> Decimal {
        let decimales = (self.haut >> DECIMALES) as u32 & 0xFF;
        Decimal::from_parts(self.bas as u32, (self.bas >> 32) as u32, self.haut as u32, self.haut & SIGNE != 0, decimales)
    }
    pub const fn est_nul(self) -> bool {
        self.bas == 0 && self.haut as u32 == 0
    }
    /// Whether the whole number holds in 64 bits, as that of any amount does.
    const fn est_court(self) -> bool {
        self.haut as u32 == 0
    }
}
impl Neg for Exact {
    type Output = Exact;
    fn neg(self) -> Exact {
        if self.est_nul() { self } else { Exact { bas: self.bas, haut: self.haut ^ SIGNE } }
    }
}
impl PartialEq for Exact {
    fn eq(&self, autre: &Self) -> bool {
        compare(*self, *autre) == Ordering::Equal
    }
}
impl Eq for Exact {}
impl PartialOrd for Exact {
    fn partial_cmp(&self, autre: &Self) -> Option<Ordering> {
        Some(self.cmp(autre))
    }
}
impl Ord for Exact {
    fn cmp(&self, autre: &Self) -> Ordering {
        compare(*self, *autre)
    }
}
impl fmt::Debug for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.decimal().fmt(f)
    }
}

/// Both with as many decimals, when they are of the same sign and hold in 64 bits: nearly always.
#[inline(never)]
fn alignes(a: Exact, b: Exact) -> Option<(Exact, Exact)> {
    if a.haut == b.haut && a.est_court() {
        return Some((a, b));
    }
    if !(a.est_court() && b.est_court() && (a.haut ^ b.haut) & SIGNE == 0) {
        return None;
    }
    let etendu = |court: Exact, long: Exact| {
        let dizaines = 10u64.checked_pow(((long.haut - court.haut) >> DECIMALES) as u32)?;
        Some(Exact { bas: court.bas.checked_mul(dizaines)?, haut: long.haut })
    };
    if a.haut < b.haut { Some((etendu(a, b)?, b)) } else { Some((a, etendu(b, a)?)) }
}

#[inline(never)]
fn compare(a: Exact, b: Exact) -> Ordering {
    match alignes(a, b) {
        Some((a, b)) if a.haut & SIGNE == 0 => a.bas.cmp(&b.bas),
        _ => a.decimal().cmp(&b.decimal()),
    }
}
/// The first when they are equal.
#[inline(never)]
pub(super) fn minimum(a: Exact, b: Exact) -> Exact {
    if compare(b, a) == Ordering::Less { b } else { a }
}
#[inline(never)]
pub(super) fn maximum(a: Exact, b: Exact) -> Exact {
    if compare(a, b) == Ordering::Less { b } else { a }
}
#[inline(never)]
pub(super) fn plus(a: Exact, b: Exact) -> Exact {
    if let Some((a, b)) = alignes(a, b)
        && let Some(bas) = a.bas.checked_add(b.bas)
    {
        return Exact { bas, haut: a.haut };
    }
    Exact::de(a.decimal().saturating_add(b.decimal()))
}
#[inline(never)]
pub(super) fn moins(a: Exact, b: Exact) -> Exact {
    if let Some((a, b)) = alignes(a, b)
        && let Some(bas) = a.bas.checked_sub(b.bas)
    {
        return Exact { bas, haut: if bas == 0 { a.haut & !SIGNE } else { a.haut } };
    }
    plus(a, -b)
}
#[inline(never)]
pub(super) fn fois(a: Exact, b: Exact) -> Exact {
    let decimales = (a.haut & !SIGNE).saturating_add(b.haut & !SIGNE);
    if a.est_court()
        && b.est_court()
        && decimales <= DECIMALES_MAX << DECIMALES
        && let Some(bas) = a.bas.checked_mul(b.bas)
    {
        return Exact { bas, haut: if bas == 0 { decimales } else { decimales | (a.haut ^ b.haut) & SIGNE } };
    }
    Exact::de(a.decimal().saturating_mul(b.decimal()))
}
/// A division that cannot be done leaves the whole.
#[inline(never)]
pub(super) fn divise(a: Exact, b: Exact) -> Exact {
    a.decimal().checked_div(b.decimal()).map_or(a, Exact::de)
}
#[inline(never)]
pub(super) fn arrondi(a: Exact, decimales: u32, sens: RoundingStrategy) -> Exact {
    Exact::de(a.decimal().round_dp_with_strategy(decimales, sens))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decimal() -> impl Strategy<Value = Decimal> {
        let mantisse = prop_oneof![any::<i32>().prop_map(i128::from), any::<i64>().prop_map(i128::from), (-(1i128 << 96) + 1)..1 << 96];
        (mantisse, 0..=28u32).prop_map(|(mantisse, decimales)| Decimal::from_i128_with_scale(mantisse, decimales))
    }

    proptest! {
        /// Each operation gives what `rust_decimal` gives, to the last decimal.
        #[test]
        fn les_operations_sont_celles_de_rust_decimal(x in decimal(), y in decimal()) {
            let (a, b) = (Exact::de(x), Exact::de(y));
            prop_assert_eq!(a.decimal(), x);
            for (ici, la) in [
                (plus(a, b), x.saturating_add(y)),
                (moins(a, b), x.saturating_sub(y)),
                (fois(a, b), x.saturating_mul(y)),
                (divise(a, b), x.checked_div(y).unwrap_or(x)),
                (minimum(a, b), x.min(y)),
                (maximum(a, b), x.max(y)),
                (-a, -x),
            ] {
                prop_assert_eq!((ici.decimal(), ici.decimal().scale()), (la, la.scale()));
            }
            prop_assert_eq!(a.cmp(&b), x.cmp(&y));
            prop_assert_eq!(a.est_nul(), x.is_zero());
        }
    }
}
