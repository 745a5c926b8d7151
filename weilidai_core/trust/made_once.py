"""Keys made once are kept by the vault, which the database below needs too; here under the old name."""

from weilidai_core.vault.made_once import KeyDamaged, KeyNotKept, KeyOpenToOthers, kept, key_folder, made_once

__all__ = ["KeyDamaged", "KeyNotKept", "KeyOpenToOthers", "kept", "key_folder", "made_once"]
