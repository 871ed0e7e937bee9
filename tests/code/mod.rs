//! A QR code read back from its drawing, as a camera would.

use rqrr::PreparedImage;

/// What the code says; `trace` is the path of its dark modules, `cote` its side with the margin.
pub fn lis(cote: usize, trace: &str) -> String {
    let mut modules = vec![false; cote * cote];
    for trait_ in trace.split('M').skip(1) {
        let nombres: Vec<usize> = trait_.split(['h', 'v', 'z', ' ', '-']).filter_map(|n| n.parse().ok()).collect();
        let [x, y, largeur, 1, retour] = nombres[..] else { panic!("un trait imprévu : {trait_}") };
        assert_eq!(largeur, retour);
        modules[y * cote + x..][..largeur].fill(true);
    }
    const PIXELS: usize = 3;
    let gris = |x: usize, y: usize| if modules[y / PIXELS * cote + x / PIXELS] { 0 } else { 255 };
    lis_l_image(cote * PIXELS, cote * PIXELS, gris)
}

/// What the one code of a picture says; `gris` is the light of a place.
pub fn lis_l_image(largeur: usize, hauteur: usize, gris: impl FnMut(usize, usize) -> u8) -> String {
    let mut image = PreparedImage::prepare_from_greyscale(largeur, hauteur, gris);
    let grilles = image.detect_grids();
    assert_eq!(grilles.len(), 1, "un code, et un seul");
    grilles[0].decode().expect("un code lisible").1
}
