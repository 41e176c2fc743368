namespace Pathfinity.Content.Ela;

/// <summary>The item models of ELA.</summary>
internal static class ElaModels
{
    public static IEnumerable<ItemModel> All =>
    [
        .. Modes("label find odd match all", mode => new ClassifyModel(mode)),
        .. Modes("choose version error right edit all write", mode => new FixModel(mode)),
        .. Modes("find back match", mode => new PairsModel(mode)),
        .. Modes("order place", mode => new ArrangeModel(mode)),
        .. Modes("rhyme first last middle odd-rhyme odd-first odd-last odd-middle blend onset count all-rhyme all-first all-last all-middle", ask => new SoundsModel(ask)),
        .. Modes("case find first last words count same next abc order between", ask => new LettersModel(ask)),
        .. Modes("syllables syllable-word join compound cases beats write missing", ask => new LettersModel(ask)),
        .. Modes("support flaw why match", ask => new EvidenceModel(ask)),
        .. Modes("detail true false all evidence role part order first cause effect untold main sum shape genre asked", ask => new PassageModel(ask)),
        .. Modes("both first second conflict", ask => new TwoTextsModel(ask)),
        .. Modes("asked evidence match order scheme", ask => new LiteratureModel(ask)),
        new TextModel(),
        new TextMatchModel(),
    ];

    private static IEnumerable<ItemModel> Modes(string modes, Func<string, ItemModel> make) => modes.Split(' ').Select(make);
}
