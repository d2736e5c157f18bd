using System.ComponentModel.DataAnnotations;
using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.RecordChanges;

/// <summary>What happened to a contract, as it is typed. Which fields count depends on what it is.</summary>
public sealed class ChangeInput : IValidatableObject
{
    public WhatHappened What { get; set; }

    /// <summary>The earlier entry it is about.</summary>
    public Guid? Entry { get; set; }

    public DateOnly? FromOn { get; set; }

    public DateOnly? ToOn { get; set; }

    /// <summary>The day it was done, decided or held.</summary>
    public DateOnly? On { get; set; }

    [Range(1, 100)]
    public int? Percent { get; set; } = 100;

    /// <summary>Why somebody is away; for HR alone.</summary>
    public InterruptionCause? Cause { get; set; }

    /// <summary>Whether the training is to last longer by it.</summary>
    public bool Prolongs { get; set; } = true;

    /// <summary>The answer was chosen by hand, and is not proposed any more.</summary>
    public bool ProlongsIsChosen { get; set; }

    [StringLength(120)]
    public string? Workplace { get; set; }

    public string? CountyNumber { get; set; }

    public string? CurriculumCode { get; set; }

    public ContractKind? Kind { get; set; }

    public TerminationWay? Way { get; set; }

    public TestGrade? Grade { get; set; }

    public DateOnly? NoticeOn { get; set; }

    [StringLength(20)]
    public string? PositionCode { get; set; }

    public Decider? DecidedBy { get; set; }

    /// <summary>HR's own words about why; for HR alone.</summary>
    [StringLength(EntryReason.LongestText)]
    public string? Reason { get; set; }

    /// <summary>The version of the record the form was opened with.</summary>
    public int Version { get; set; }

    /// <summary>Whether it is asked who decided it; elsewhere it goes without saying.</summary>
    public bool AsksWhoDecided => What is WhatHappened.Interruption or WhatHappened.InterruptionEnd or WhatHappened.Extension
        or WhatHappened.Workplace or WhatHappened.County or WhatHappened.Curriculum or WhatHappened.Kind;

    /// <summary>Whether HR may say why, for HR alone.</summary>
    public bool MayHaveReason => What is WhatHappened.Interruption or WhatHappened.InterruptionEnd or WhatHappened.Extension
        or WhatHappened.Curriculum or WhatHappened.Kind or WhatHappened.Refusal or WhatHappened.Termination or WhatHappened.Withdrawal;

    public Decider WhoDecided => What switch
    {
        _ when AsksWhoDecided => DecidedBy ?? Decider.Employer,
        WhatHappened.Approved or WhatHappened.Consent or WhatHappened.Refusal or WhatHappened.Test => Decider.County,
        WhatHappened.Termination => Way == TerminationWay.ByCountyDecision ? Decider.County : Decider.BothParties,
        WhatHappened.Signed or WhatHappened.Agreement => Decider.BothParties,
        _ => Decider.Employer,
    };

    /// <summary>The fields that are still to be filled in.</summary>
    public IEnumerable<string> Missing => Needed.Where(needed => needed.Value is null or "").Select(needed => needed.Name);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var name in Missing)
        {
            yield return new ValidationResult(ValidationTexts.Required, [name]);
        }
    }

    /// <summary>The form as it is opened for something, filled with what is likely.</summary>
    public static ChangeInput For(WhatHappened what, ReadChangeChoices.Result choices, Guid? entry) => new()
    {
        What = what,
        Version = choices.Version,
        Entry = entry ?? choices.Only(what),
        DecidedBy = what is WhatHappened.Curriculum or WhatHappened.Kind ? Decider.BothParties : Decider.Employer,
        On = what is WhatHappened.Consent or WhatHappened.Refusal ? choices.Today : null,
        FromOn = what == WhatHappened.Agreement ? choices.State.Terms.StartsOn : null,
        PositionCode = what == WhatHappened.Agreement ? choices.PositionCode : null,
    };

    private IEnumerable<(string Name, object? Value)> Needed => What switch
    {
        WhatHappened.Interruption => [(nameof(FromOn), FromOn), (nameof(Percent), Percent)],
        WhatHappened.InterruptionEnd => [(nameof(Entry), Entry), (nameof(ToOn), ToOn)],
        WhatHappened.Extension => [(nameof(ToOn), ToOn)],
        WhatHappened.Workplace => [(nameof(FromOn), FromOn), (nameof(Workplace), Workplace?.Trim())],
        WhatHappened.County => [(nameof(FromOn), FromOn), (nameof(CountyNumber), CountyNumber)],
        WhatHappened.Curriculum => [(nameof(FromOn), FromOn), (nameof(CurriculumCode), CurriculumCode), (nameof(On), On)],
        WhatHappened.Kind => [(nameof(FromOn), FromOn), (nameof(Kind), Kind)],
        WhatHappened.Agreement => [(nameof(On), On), (nameof(FromOn), FromOn)],
        WhatHappened.Consent or WhatHappened.Refusal => [(nameof(Entry), Entry), (nameof(On), On)],
        WhatHappened.Termination => [(nameof(On), On), (nameof(Way), Way)],
        WhatHappened.Test => [(nameof(On), On), (nameof(Grade), Grade), (nameof(NoticeOn), NoticeOn)],
        WhatHappened.Withdrawal => [(nameof(Entry), Entry)],
        _ => [(nameof(On), On)],
    };
}
