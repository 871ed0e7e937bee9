//! The operations on decimals that amounts, rates and coefficients share. They saturate, and are not copied into each rule:
//! the page would carry every copy.

use rust_decimal::Decimal;

#[inline(never)]
pub(super) fn plus(a: Decimal, b: Decimal) -> Decimal {
    a.saturating_add(b)
}
pub(super) fn moins(a: Decimal, b: Decimal) -> Decimal {
    plus(a, -b)
}
#[inline(never)]
pub(super) fn fois(a: Decimal, b: Decimal) -> Decimal {
    a.saturating_mul(b)
}
/// A division that cannot be done leaves the whole.
#[inline(never)]
pub(super) fn divise(a: Decimal, b: Decimal) -> Decimal {
    a.checked_div(b).unwrap_or(a)
}
