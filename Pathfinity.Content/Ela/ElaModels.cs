namespace Pathfinity.Content.Ela;

/// <summary>The item models of ELA.</summary>
internal static class ElaModels
{
    public static IEnumerable<ItemModel> All =>
    [
        .. Modes("label find odd match", mode => new ClassifyModel(mode)),
        .. Modes("choose version error right edit", mode => new FixModel(mode)),
        .. Modes("find back match", mode => new PairsModel(mode)),
        .. Modes("order place", mode => new ArrangeModel(mode)),
        .. Modes("rhyme first last middle odd-rhyme odd-first odd-last odd-middle blend onset count", ask => new SoundsModel(ask)),
        .. Modes("case find first last words count same next abc order between", ask => new LettersModel(ask)),
        .. Modes("syllables syllable-word join compound", ask => new LettersModel(ask)),
        .. Modes("support flaw why", ask => new EvidenceModel(ask)),
        .. Modes("detail true false evidence role part order first cause effect untold main sum shape genre asked", ask => new PassageModel(ask)),
        .. Modes("both first second conflict", ask => new TwoTextsModel(ask)),
        .. Modes("asked evidence match scheme", ask => new LiteratureModel(ask)),
        new TextModel(),
    ];

    private static IEnumerable<ItemModel> Modes(string modes, Func<string, ItemModel> make) => modes.Split(' ').Select(make);
}
