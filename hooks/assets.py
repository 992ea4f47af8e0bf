"""Scripts and style sheets, joined into the few files that pages load."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from dossier.assets.scripts import join_scripts
from dossier.assets.styles import join_styles
from dossier.files.problems import DossierError
from dossier.theme.used_styles import SCRIPTS, STYLES
from hooks.site import after_i18n, root_of


@after_i18n
def on_files(files: Files, *, config: MkDocsConfig) -> None:
    """Replace the scripts and style sheets in docs/ by the joined files.

    Raises:
        PluginError: they cannot be joined.
    """
    root = root_of(config)
    for folder, join in ((SCRIPTS, join_scripts), (STYLES, join_styles)):
        sources = Path(config.docs_dir, folder)
        try:
            joined = join(sources)
        except DossierError as error:
            problems = [problem.relative_to(root) for problem in error.problems]
            raise PluginError(str(DossierError(problems))) from None
        for source in [path for path in sources.rglob("*") if path.is_file()]:
            name = source.relative_to(sources).as_posix()
            if file := files.src_uris.get(f"{folder}/{name}"):
                if name in joined:
                    file.content_string = joined[name]
                else:
                    files.remove(file)
