"""Which fields hold text and nothing about a person, by their names: codes, numbers of papers, digests.

A name belongs here only if it means the same wherever it is used; what is typed or known of a person is
typed as one of `weilidai_core.vault.personal` instead.
"""

NOT_PERSONAL = frozenset(
    {
        # What something is, by a code word of the program.
        *("kind", "intent", "band", "account", "method", "form", "origin", "said"),
        # The numbers of papers and rows, and who may open them.
        *(
            "loan_note",
            "loan_notes",
            "contract",
            "number",
            "receipt",
            "replaces",
            "evidence_id",
            "token",
            "key",
        ),
        # Digests, keys and signatures: of texts, never of a person's data alone.
        *(
            "sha256",
            "data_sha256",
            "fingerprint",
            "mark",
            "sealed",
            "public_key",
            "challenge",
            "note",
            "version",
        ),
        # Which sample person and which story: names of the program's own tables.
        *("persona", "scenario"),
        # What a challenge was for, by a code word; elsewhere a purpose is the loan's.
        "SpentChallengeRow.purpose",
        # Which rule a contact was held against.
        "ContactMade.rule",
        # A consent text is the lender's own, the same for everybody.
        *("ConsentTextRow.document", "ConsentTextRow.lang", "ConsentTextRow.body", "text_sha256"),
        # Hours of the day, and figures by their names.
        *("at", "figures", "days"),
    }
)
