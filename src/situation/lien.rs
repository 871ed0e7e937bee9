//! A situation as the fragment of a link, dense enough for a QR code (decision 0193).
//!
//! Version, month, how many subjects, the answers of each, and a CRC-32 of it all. An answer that is one of a few is a mark of
//! sixteen bits, drawn from the name of its question and its own: `agent=non`. Any other is the mark of its question, then its
//! value, written by its kind. A mark depends neither on the other questions nor on their order: a link is read as long as the
//! names of its questions and options last.

use super::{
    Contenu, Dit, Faute, Fiche, Genre, Lieu, Situation,
    bits::{BASE64, Bits, Lecteur, MAJUSCULES, crc32},
    genre::{AUCUN, Annuel, Mensuel},
    sauvegarde::{IGNORE, coherente, depuis_json},
};
use crate::grandeurs::{Date, Decimal, Euros, MoisCivil, ranges};

/// Raised when an older reader would misread a link. Links of version 1 were the file, in base 64.
const VERSION: u64 = 2;
const ABIME: &str = "le lien est abîmé ou incomplet";
const RECENT: &str = "le lien a été fait par une version plus récente de Juste Droit\u{a0}: rechargez la page";

fn faute<T>(raison: &str) -> Result<T, Faute> {
    Err(Faute { champ: String::new(), raison: raison.to_owned() })
}

/// The fragment of a link: capital letters and digits alone.
pub fn vers_lien(situation: &Situation, mois: MoisCivil) -> String {
    let mut bits = Bits::default();
    bits.pose(VERSION, 8);
    bits.nombre(u64::try_from(ORIGINE.jusqu_a(mois)).unwrap_or_default());
    for nombre in [situation.adultes.len(), situation.enfants.len(), situation.sejours.len()] {
        bits.petit(nombre as u32);
    }
    for lieu in situation.lieux() {
        ecris_sujet(&mut bits, situation, lieu, mois);
    }
    let mut octets = bits.octets();
    octets.extend(crc32(&octets).to_be_bytes());
    MAJUSCULES.ecris(&octets)
}

/// Reads the fragment of a link, of any version. All or nothing.
pub fn depuis_lien(fragment: &str) -> Result<(Situation, Option<MoisCivil>), Faute> {
    if let Some(octets) = MAJUSCULES.lis(fragment) {
        return lis(&octets);
    }
    match BASE64.lis(fragment).and_then(|octets| String::from_utf8(octets).ok()) {
        Some(texte) => depuis_json(&texte).map_err(|faute| Faute { raison: format!("le lien est abîmé ({})", faute.raison), ..faute }),
        None => faute(ABIME),
    }
}

/// Months are counted from this one.
const ORIGINE: MoisCivil = MoisCivil::le(0, 1);

fn lis(octets: &[u8]) -> Result<(Situation, Option<MoisCivil>), Faute> {
    let entier = |(octets, somme): &(&[u8], &[u8; 4])| crc32(octets).to_be_bytes() == **somme;
    let Some((octets, _)) = octets.split_last_chunk().filter(entier) else { return faute(ABIME) };
    let mut lecteur = Lecteur::de(octets);
    match lecteur.lis(8) {
        Some(VERSION) => {}
        Some(version) if VERSION < version => return faute(RECENT),
        _ => return faute(ABIME),
    }
    let Some((mois, mut situation)) = lis_entete(&mut lecteur) else { return faute(ABIME) };
    for lieu in situation.lieux() {
        lis_sujet(&mut lecteur, &mut situation, lieu, mois)?;
    }
    if !lecteur.finit() {
        return faute(ABIME);
    }
    coherente(situation).map(|situation| (situation, Some(mois)))
}

/// The month, and the subjects without their answers.
fn lis_entete(lecteur: &mut Lecteur) -> Option<(MoisCivil, Situation)> {
    let mois = ORIGINE.plus(i32::try_from(lecteur.nombre()?).ok()?);
    let mut nombre = |de: usize, a: usize| Some(lecteur.petit()? as usize).filter(|n| (de..=a).contains(n));
    let situation = Situation {
        adultes: vec![Default::default(); nombre(1, 2)?],
        enfants: vec![Default::default(); nombre(0, Situation::ENFANTS_MAX)?],
        sejours: vec![Default::default(); nombre(0, Situation::SEJOURS_MAX)?],
        ..Situation::default()
    };
    (1900..2200).contains(&mois.annee).then_some((mois, situation))
}

/// What stands for an answer that is one of a few, or « je ne sais pas »; with an empty text, for a question whose value follows.
fn marque(cle: &str, texte: &str) -> u16 {
    crc32(format!("{cle}={texte}").as_bytes()) as u16
}

/// The marks of a subject are sorted, so that their differences are small: as many bits of each as differences of this size
/// have are written as they are, what is above as ones ended by a zero (Golomb-Rice code).
fn bits_fixes(marques: u32) -> u32 {
    (45_000 / (marques + 1)).max(1).ilog2()
}

fn ecris_sujet(bits: &mut Bits, situation: &Situation, lieu: Lieu, mois: MoisCivil) {
    let mut marques = Vec::new();
    for (fiche, dit) in Situation::fiches(lieu).iter().zip(situation.dits(lieu).unwrap_or_default()) {
        match dit {
            Dit::Rien => {}
            Dit::Ignore => marques.push((marque(fiche.cle, IGNORE), None)),
            Dit::Oui(contenu) if a_une_valeur(fiche.genre) => marques.push((marque(fiche.cle, ""), Some((fiche.genre, contenu)))),
            Dit::Oui(contenu) => {
                marques.extend(fiche.genre.ecris(contenu).split(',').map(|option| (marque(fiche.cle, option), None)));
            }
        }
    }
    ranges(&mut marques, |(marque, _)| *marque);
    bits.petit(marques.len() as u32);
    let fixes = bits_fixes(marques.len() as u32);
    let mut avant = 0;
    for (marque, valeur) in marques {
        let ecart = marque - avant;
        avant = marque;
        (0..ecart >> fixes).for_each(|_| bits.pose(1, 1));
        bits.pose(0, 1);
        bits.pose(ecart.into(), fixes);
        if let Some((genre, contenu)) = valeur {
            ecris_valeur(bits, genre, contenu, mois);
        }
    }
}

fn lis_sujet(lecteur: &mut Lecteur, situation: &mut Situation, lieu: Lieu, mois: MoisCivil) -> Result<(), Faute> {
    let marques = lecteur.petit().filter(|nombre| *nombre <= u16::MAX.into()).unwrap_or_default();
    let fixes = bits_fixes(marques);
    let mut avant = 0;
    for _ in 0..marques {
        let Some(marque) = lis_ecart(lecteur, fixes).and_then(|ecart| u16::try_from(avant + ecart).ok()) else { return faute(ABIME) };
        avant = marque.into();
        let Some((fiche, option)) = trouve(lieu, marque) else { return faute(RECENT) };
        let lu = match (option, situation.texte(lieu, fiche.cle)) {
            (IGNORE, Dit::Rien) => situation.pose(lieu, fiche.cle, Dit::Ignore),
            ("", Dit::Rien) => lis_valeur(lecteur, fiche.genre, mois)
                .and_then(|contenu| situation.saisit(lieu, fiche.cle, &fiche.genre.ecris(&contenu))?.ok()),
            (_, Dit::Rien) => situation.saisit(lieu, fiche.cle, option).and_then(Result::ok),
            (_, Dit::Oui(deja)) => situation.saisit(lieu, fiche.cle, &format!("{deja},{option}")).and_then(Result::ok),
            _ => None,
        };
        if lu.is_none() {
            return faute(ABIME);
        }
    }
    Ok(())
}
fn lis_ecart(lecteur: &mut Lecteur, fixes: u32) -> Option<u64> {
    let mut haut = 0;
    while lecteur.bit()? {
        haut += 1;
    }
    Some(haut << fixes | lecteur.lis(fixes)?)
}

/// The question of a mark, and the answer that it is.
fn trouve(lieu: Lieu, marque: u16) -> Option<(&'static Fiche, &'static str)> {
    marques(lieu).find(|(_, _, autre)| *autre == marque).map(|(fiche, texte, _)| (fiche, texte))
}
/// Every mark that answers of a place may have.
fn marques(lieu: Lieu) -> impl Iterator<Item = (&'static Fiche, &'static str, u16)> {
    let textes = |fiche: &'static Fiche| {
        let (seul, options) = match fiche.genre {
            Genre::Plusieurs(options) => (Some(AUCUN), options),
            Genre::Choix(options) => (None, options),
            _ => (Some(""), &[][..]),
        };
        std::iter::once(IGNORE).chain(seul).chain(options.iter().map(|option| option.cle)).map(move |texte| (fiche, texte))
    };
    Situation::fiches(lieu).iter().flat_map(move |fiche| textes(fiche)).map(|(fiche, texte)| (fiche, texte, marque(fiche.cle, texte)))
}

/// Julian day of 1 January 1900: days from it to 2200 take seventeen bits.
const PREMIER_JOUR: i32 = 2_415_021;

/// Whether answers are not one of a few. There are so many departments that two of them would soon have one mark.
fn a_une_valeur(genre: Genre) -> bool {
    !matches!(genre, Genre::Choix(_) | Genre::Plusieurs(_))
}

fn ecris_valeur(bits: &mut Bits, genre: Genre, contenu: &Contenu, mois: MoisCivil) {
    match contenu {
        Contenu::Texte(_) | Contenu::Choix(_) => {
            let texte = genre.ecris(contenu);
            bits.nombre(texte.len() as u64);
            texte.bytes().for_each(|octet| bits.pose(octet.into(), 8));
        }
        Contenu::Jour(jour) => bits.pose(jour.to_julian_day().abs_diff(PREMIER_JOUR).into(), 17),
        Contenu::MoisCivil(autre) => bits.ecart(mois.jusqu_a(*autre)),
        Contenu::Decimal(valeur) => ecris_decimal(bits, *valeur),
        Contenu::Nombre(n) => bits.nombre((*n).into()),
        Contenu::Mensuel(Mensuel { habituel, mois: autres }) => {
            bits.pose(habituel.is_some().into(), 1);
            if let Some(habituel) = habituel {
                ecris_decimal(bits, habituel.decimal());
            }
            ecris_serie(bits, autres.iter().map(|(autre, montant)| (mois.jusqu_a(*autre), montant.decimal())));
        }
        Contenu::Annuel(Annuel(annees)) => {
            ecris_serie(bits, annees.iter().map(|(annee, montant)| (annee - mois.annee, montant.decimal())));
        }
        Contenu::Plusieurs(rangs) => bits.nombre(rangs.iter().fold(0, |masque, rang| masque | 1 << rang.min(&31))),
    }
}

fn lis_valeur(lecteur: &mut Lecteur, genre: Genre, mois: MoisCivil) -> Option<Contenu> {
    Some(match genre {
        Genre::Texte | Genre::Departement => {
            let mut octets = Vec::new();
            for _ in 0..lecteur.nombre()? {
                octets.push(lecteur.lis(8)? as u8);
            }
            genre.lis(&String::from_utf8(octets).ok()?)?
        }
        Genre::Jour => Contenu::Jour(Date::from_julian_day(PREMIER_JOUR + lecteur.lis(17)? as i32).ok()?),
        Genre::MoisCivil => Contenu::MoisCivil(mois.plus(lecteur.ecart()?)),
        Genre::Montant(_) | Genre::Parts => Contenu::Decimal(lis_decimal(lecteur)?),
        Genre::Nombre => Contenu::Nombre(u32::try_from(lecteur.nombre()?).ok()?),
        Genre::Mensuel => {
            let habituel = if lecteur.bit()? { Some(Euros::de(lis_decimal(lecteur)?)) } else { None };
            let autres = lis_serie(lecteur)?.into_iter().map(|(ecart, montant)| (mois.plus(ecart), Euros::de(montant)));
            Contenu::Mensuel(Mensuel { habituel, mois: autres.collect() })
        }
        Genre::Annuel => {
            let annees = lis_serie(lecteur)?.into_iter().map(|(ecart, montant)| (mois.annee.saturating_add(ecart), Euros::de(montant)));
            Contenu::Annuel(Annuel(annees.collect()))
        }
        Genre::Enfants => {
            let masque = lecteur.nombre()?;
            Contenu::Plusieurs((0..u64::BITS as usize).filter(|rang| masque >> rang & 1 == 1).collect())
        }
        Genre::Choix(_) | Genre::Plusieurs(_) => return None,
    })
}

/// Amounts by year or by month, most often one after the other and equal.
fn ecris_serie(bits: &mut Bits, serie: impl ExactSizeIterator<Item = (i32, Decimal)>) {
    bits.petit(serie.len() as u32);
    let mut avant = None;
    for (rang, montant) in serie {
        bits.ecart(rang - avant.map_or(0, |(rang, _)| rang + 1));
        let change = avant.is_none_or(|(_, avant)| avant != montant);
        if avant.is_some() {
            bits.pose(change.into(), 1);
        }
        if change {
            ecris_decimal(bits, montant);
        }
        avant = Some((rang, montant));
    }
}
fn lis_serie(lecteur: &mut Lecteur) -> Option<Vec<(i32, Decimal)>> {
    let mut serie: Vec<(i32, Decimal)> = Vec::new();
    for _ in 0..lecteur.petit()? {
        let ecart = lecteur.ecart()?;
        serie.push(match serie.last() {
            None => (ecart, lis_decimal(lecteur)?),
            Some((avant, montant)) => {
                let rang = avant.checked_add(1)?.checked_add(ecart)?;
                (rang, if lecteur.bit()? { lis_decimal(lecteur)? } else { *montant })
            }
        });
    }
    Some(serie)
}

/// Whether it has decimals, how many, and its digits.
fn ecris_decimal(bits: &mut Bits, valeur: Decimal) {
    let net = valeur.round_dp(DECIMALES).normalize();
    match net.scale().checked_sub(1) {
        None => bits.pose(0, 1),
        Some(decimales) => bits.pose(4 | u64::from(decimales), 3),
    }
    bits.nombre(u64::try_from(net.mantissa().abs()).unwrap_or(u64::MAX));
}
fn lis_decimal(lecteur: &mut Lecteur) -> Option<Decimal> {
    let decimales = if lecteur.bit()? { 1 + lecteur.lis(2)? as u32 } else { 0 };
    Some(Decimal::new(i64::try_from(lecteur.nombre()?).ok()?, decimales))
}
/// As many decimals as a form reads.
const DECIMALES: u32 = 4;

#[cfg(test)]
mod tests;
