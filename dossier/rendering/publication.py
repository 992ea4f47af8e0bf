"""Who publishes the site, as its configuration says."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from dossier.files.dates import PartialDate


@dataclass(frozen=True)
class Publication:
    """The publication of the site.

    Attributes:
        repository: the address of the repository, as https://github.com/OWNER/REPOSITORY, or "".
        responsible: the name of the person responsible, or "".
        first: the day of the first publication.
    """

    repository: str
    responsible: str
    first: PartialDate

    @property
    def owner(self) -> str:
        """The account that has the repository, which publishes the site."""
        return urlsplit(self.repository).path.split("/")[1] if self.repository else ""

    @property
    def owner_address(self) -> str:
        """The address of that account."""
        return self.repository[: self.repository.index(f"/{self.owner}") + len(self.owner) + 1]
