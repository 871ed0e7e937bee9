//! Order of short lists.

/// Sorts a list of a dozen items by a key; equal ones keep their order. The standard sort is made for long lists: each type
/// that it sorts adds four kilobytes to the page.
pub fn ranges<T, K: Ord>(liste: &mut [T], cle: impl Fn(&T) -> K) {
    for fin in 1..liste.len() {
        let mut rang = fin;
        while let Some([avant, ici]) = rang.checked_sub(1).and_then(|debut| liste.get(debut..=rang))
            && cle(ici) < cle(avant)
        {
            liste.swap(rang - 1, rang);
            rang -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ranges;

    #[test]
    fn range_sans_changer_l_ordre_des_egaux() {
        let mut liste = [(3, 'a'), (1, 'b'), (3, 'c'), (2, 'd'), (1, 'e')];
        ranges(&mut liste, |(n, _)| *n);
        assert_eq!(liste, [(1, 'b'), (1, 'e'), (2, 'd'), (3, 'a'), (3, 'c')]);
        ranges(&mut [0; 0], |n: &i32| *n);
    }
}
