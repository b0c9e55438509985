"""What the interface calls each group of registry entries, and each of the few words a module may choose from."""

from __future__ import annotations

from balise.messages import message

LAW_GROUPS = {
    "images": message("Images et vie privée"),
    "grooming": message("Adultes qui s'en prennent à des mineurs en ligne"),
    "harassment": message("Harcèlement et menaces"),
    "exploitation": message("Exploitation sexuelle et traite"),
    "rights": message("Droits des victimes"),
    "duties": message("Signaler et protéger"),
    "minors": message("Quand l'auteur est mineur"),
    "platforms": message("Plateformes et numérique"),
    "treaty": message("Textes internationaux et étrangers"),
}
SERVICE_GROUPS = {
    "danger": message("Danger immédiat"),
    "talk": message("Parler à quelqu'un"),
    "images": message("Images et violences en ligne"),
    "report": message("Signaler un contenu"),
    "rights": message("Droits des victimes"),
    "exit": message("Être accompagné pour s'en sortir"),
    "abroad": message("À l'étranger"),
    "institution": message("Institutions"),
}
SETTINGS = {
    "class": message("en classe"),
    "assembly": message("en amphithéâtre"),
    "staff": message("entre adultes de l'établissement"),
    "family": message("avec les familles"),
}
FRAMEWORKS = {
    "EVARS": message("EVARS"),
    "EMC": message("EMC"),
    "CRCN": message("CRCN"),
    "DigComp": message("DigComp"),
    "UNESCO": message("UNESCO"),
    "pHARe": message("pHARe"),
    "code": message("Code de l'éducation et plans nationaux"),
}
GROUPINGS = {
    "class": message("classe entière"),
    "groups": message("groupes"),
    "pairs": message("binômes"),
    "alone": message("individuel"),
}
