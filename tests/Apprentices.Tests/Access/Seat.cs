namespace Apprentices.Tests.Access;

/// <summary>From where somebody asks about the apprenticeship of the matrix: a role, and whether it is her affair.</summary>
public enum Seat
{
    /// <summary>HR, but not the contact named for this apprenticeship.</summary>
    Hr,

    /// <summary>The HR contact named for it.</summary>
    NamedHr,

    /// <summary>Its training manager.</summary>
    Manager,

    /// <summary>A training manager of another.</summary>
    OtherManager,

    /// <summary>Its instructor.</summary>
    Instructor,

    /// <summary>An instructor of another.</summary>
    OtherInstructor,

    /// <summary>Its instructor until some days ago, who rated a goal and held and signed a talk.</summary>
    FormerInstructor,

    /// <summary>The apprentice herself.</summary>
    Apprentice,

    /// <summary>Another apprentice.</summary>
    OtherApprentice,

    Administrator,

    /// <summary>Not signed in.</summary>
    Nobody,

    /// <summary>Stands in for its instructor, and is nothing else to anybody.</summary>
    Deputy,

    /// <summary>Its mentor, who is an instructor elsewhere.</summary>
    Mentor,

    /// <summary>An instructor elsewhere who is to receive her in some days.</summary>
    Receiver,

    /// <summary>Of HR for the unit she works in alone.</summary>
    UnitHr,

    /// <summary>Of HR for another unit alone.</summary>
    OtherUnitHr,

    /// <summary>May examine her record these days.</summary>
    Auditor,

    /// <summary>Could examine her record until yesterday.</summary>
    FormerAuditor,

    /// <summary>May examine the record of another.</summary>
    OtherAuditor,

    /// <summary>Was of HR, and may not come in any more.</summary>
    Deactivated,
}

/// <summary>What comes of asking.</summary>
public enum Answer
{
    /// <summary>Done, or shown.</summary>
    Yes,

    /// <summary>Allowed, but nothing of this apprenticeship is in it.</summary>
    Nothing,

    /// <summary>As if there were no such thing.</summary>
    NotThere,

    /// <summary>The role may not.</summary>
    NotAllowed,

    /// <summary>A rule of the domain refuses it, in words.</summary>
    Refused,

    /// <summary>Nothing comes so: the table does not say yet what it is to be.</summary>
    Unsaid,
}
