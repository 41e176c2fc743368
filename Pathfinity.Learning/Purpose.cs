namespace Pathfinity.Learning;

/// <summary>Keys by which dice are forked; a number is never used for another purpose later.</summary>
internal static class Purpose
{
    public const int Ability = 1;
    public const int Effort = 2;
    public const int Pace = 3;
    public const int LearningRate = 4;
    public const int Gaming = 5;
    public const int HintAbstainer = 6;
    public const int HintRate = 7;
    public const int HomeUser = 8;
    public const int HomeRate = 9;
    public const int AbsenceRate = 10;
    public const int SchoolDevice = 11;
    public const int HomeDevice = 12;
    public const int Interests = 13;
    public const int StudentSkill = 14;
    public const int MaterialOrder = 15;
    public const int FavouriteCompanion = 16;

    public const int Growth = 17;
    public const int GrowthBefore = 18;
    public const int Misconception = 19;
    public const int Station = 20;
    public const int FormatPreference = 21;
    public const int Sorting = 22;

    public const int ReferralRate = 23;
    public const int Bedtime = 24;

    public const int SkillDifficulty = 30;
    public const int SkillRate = 31;
    public const int ItemDifficulty = 32;
    public const int ItemTime = 33;
    public const int SchoolAbility = 34;
    public const int Teacher = 35;
    public const int BugShare = 36;
    public const int ItemDiscrimination = 37;

    public const int AbsenceStart = 50;
    public const int AbsenceLength = 51;
    public const int AbsenceReason = 52;
    public const int Tardy = 53;
    public const int HomeVisit = 54;
    public const int HomeStart = 55;
    public const int HomeLength = 56;
    public const int Arrival = 57;
    public const int ShortStay = 58;
    public const int Mood = 59;
    public const int Review = 60;
    public const int ReviewPick = 61;
    public const int MoveOn = 62;
    public const int Career = 63;
    public const int Companion = 64;
    public const int Another = 65;
    public const int Session = 66;
    public const int Engagement = 67;
    public const int Assessment = 68;
    public const int Scenario = 69;
    public const int Assignment = 70;

    public const int Household = 71;
    public const int Message = 72;
    public const int Answer = 73;
    public const int PortalVisit = 74;
    public const int Digest = 75;
    public const int Conference = 76;
    public const int Referral = 77;
    public const int AssignmentTaken = 78;

    public const int Correct = 80;
    public const int Response = 81;
    public const int RapidGuess = 82;
    public const int RapidTime = 83;
    public const int Time = 84;
    public const int Hint = 85;
    public const int BottomHint = 86;
    public const int Fires = 87;
    public const int Active = 88;
    public const int OffTask = 89;

    public const int Format = 90;
    public const int Feedback = 91;
    public const int GiveUp = 92;
    public const int Packing = 93;
}
