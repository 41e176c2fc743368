using Pathfinity.Content.Ela;

namespace Pathfinity.Content.Tests;

public class ElaBankTests
{
    [Fact]
    public void Every_listed_word_sounds_out_as_it_is_pronounced() => Assert.All(Sounds.Words, word =>
        Assert.Equal(string.Join(' ', word.Sounds), string.Join(' ', Decoder.Decode(word.Text).Sounds)));

    [Fact]
    public void Every_divided_word_has_as_many_parts_as_vowel_sounds() => Assert.All(Banks.Get("syllables").Lines, line =>
        Assert.Equal(line.Text.Split('-').Length, Decoder.Syllables(line.Text.Replace("-", ""))));

    [Fact]
    public void Every_bug_of_a_bank_is_listed() => Assert.All(
        Banks.All.SelectMany(bank => bank.Groups.Select(group => group.Bug).Append(bank.Bug)).Distinct(),
        bug => Assert.NotNull(ContentLibrary.Default.BugOrNone(bug)));

    [Fact]
    public void No_line_stands_in_a_bank_twice() => Assert.All(Banks.All, bank =>
    {
        var lines = bank.Groups.SelectMany(g => g.Lines.Where(l => l.Text[0] is not ('>' or '?')).Select(l => g.Label + l.Text)).ToList();
        Assert.Equal(lines.Distinct(), lines);
    });

    [Fact]
    public void A_bank_reads_labels_wordings_and_lines()
    {
        var bank = Banks.Parse(["# note\n@kinds ela.word-class\nhint: Look.\n[a noun] Names.\nThe DOG ran. // it names\n[a verb] ~ela.base-form Does.\nThe dog RAN."])["kinds"];
        Assert.Equal(["a noun", "a verb"], bank.Groups.Select(g => g.Label));
        Assert.Equal(["ela.word-class", "ela.base-form"], bank.Groups.Select(g => g.Bug));
        Assert.Equal("Does.", bank.Group("a verb").Why);
        Assert.Equal("The DOG ran.|it names", string.Join('|', bank.Group("a noun").Lines[0].Fields));
        Assert.Equal("Look.", bank.Text("hint", ""));
    }

    [Fact]
    public void A_bank_that_stands_twice_is_refused() =>
        Assert.Throws<ContentException>(() => Banks.Parse(["@one ela.word-class\n[a]\nx", "@one ela.word-class\n[a]\nx"]));

    [Theory]
    [InlineData("cake", "K EY K")]
    [InlineData("ship", "SH IH P")]
    [InlineData("night", "N AY T")]
    [InlineData("cow", "K AW")]
    [InlineData("snow", "S N OW")]
    [InlineData("cube", "K Y UW B")]
    [InlineData("yam", "Y AE M")]
    [InlineData("pink", "P IH NG K")]
    public void Letters_are_sounded_out(string word, string sounds) =>
        Assert.Equal(sounds, string.Join(' ', Decoder.Decode(word).Sounds));

    [Theory]
    [InlineData("star", "/s/ /t/ /ar/")]
    [InlineData("corn", "/k/ /or/ /n/")]
    [InlineData("hop", "/h/ /o/ /p/")]
    public void A_vowel_and_the_r_that_colors_it_are_shown_as_one_sound(string word, string shown) =>
        Assert.Equal(shown, Sounds.Show(Sounds.Find(word)!.Sounds));
}
