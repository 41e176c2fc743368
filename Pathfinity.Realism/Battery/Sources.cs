namespace Pathfinity.Realism;

/// <summary>Where bands come from.</summary>
internal static class Sources
{
    public const string Assistments = "ASSISTments 2009 and 2015, first attempts (Feng, Heffernan and Koedinger 2009)";
    public const string Koedinger = "Koedinger, Carvalho, Liu and McLaughlin 2023 (PNAS); ASSISTments 2009 and 2015";
    public const string BeckGong = "Beck and Gong 2013; ASSISTments 2009 and 2015";
    public const string CorbettAnderson = "Bayesian knowledge tracing of ASSISTments 2009 and 2015 (after Corbett and Anderson 1995)";
    public const string Forgetting = "Wixted and Ebbesen 1991; Choffin, Popineau, Bourda and Vie 2019 (DAS3H)";
    public const string PowerLaw = "Newell and Rosenbloom 1981; Heathcote, Brown and Mewhort 2000";
    public const string LogNormal = "van der Linden 2006, 2009 (lognormal response times)";
    public const string RapidGuessing = "Wise and Kong 2005; Wise 2017";
    public const string Gaming = "Baker, Corbett, Koedinger and Wagner 2004";
    public const string HelpSeeking = "Aleven and Koedinger 2000; Aleven, McLaren, Roll and Koedinger 2006";
    public const string Distractors = "Haladyna and Downing 1993; Tarrant, Ware and Mohammed 2009";
    public const string ClassEffects = "Hedges and Hedberg 2007";
    public const string Nwea = "NWEA norms 2020 and 2025 (mathematics and reading within a grade)";
    public const string NweaReliability = "NWEA MAP Growth technical report 2019 (marginal reliability .93 to .98, standard errors about 3, "
        + "fall to spring .85 to .90)";
    public const string OffTask = "Baker 2007; Cocea, Hershkovitz and Baker 2009; Wise and Kong 2005";
    public const string TimeOfDay = "Sievertsen, Gino and Piovesan 2016 (.009 deviations an hour)";
    public const string Sessions = "ASSISTments 2009 and 2012 (whole classes, by the bell)";
    public const string Bedtime = "National Sleep Foundation 2004 (kindergartners in bed at about 20:20, grades 1 to 5 at 21:00)";
    public const string Attendance = "NCES average daily attendance; state attendance files";
    public const string Chronic = "US Department of Education, chronic absenteeism 2018-19 (15%) to 2021-22 (28%)";
    public const string Weekdays = "Whitney and Liu 2017; state attendance files";
    public const string ItemBanks = "Rasch calibrations of operational item banks (sd .7 to 1.5 about their skill)";
    public const string Discrimination = "point-biserials of operational questions (Ebel and Frisbie 1991; Crocker and Algina 1986)";
    public const string Dosage = "Vanacore, Gurung, Sales and Heffernan 2024; Holt 2024 (the 5% problem); ASSISTments Gini .44 to .65";
}
