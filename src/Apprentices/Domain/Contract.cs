namespace Apprentices.Domain;

/// <summary>What kind of training contract it is (opplæringslova § 7-1).</summary>
public enum ContractKind
{
    /// <summary>Lærekontrakt: ends in the trade test and the trade certificate.</summary>
    Apprentice,

    /// <summary>Opplæringskontrakt of a training candidate (lærekandidat): less extensive goals.</summary>
    TrainingCandidate,

    /// <summary>Opplæringskontrakt of a practice certificate candidate (praksisbrevkandidat).</summary>
    PracticeCertificateCandidate,

    /// <summary>Contract of a candidate for a trade certificate on the job (fagbrev på jobb).</summary>
    OnTheJobCandidate,
}

/// <summary>How the training is divided between school and workplace (opplæringslova § 7-2, opplæringsforskrifta § 6-3).</summary>
public enum ContractVariant
{
    /// <summary>Two years at school, then at work.</summary>
    Ordinary,

    /// <summary>The whole training at work (full opplæring i bedrift).</summary>
    FullTrainingAtWork,

    /// <summary>School and work by turns (vekslingsmodell).</summary>
    Alternating,

    /// <summary>Leads to a trade certificate and to higher education (TAF, YSK).</summary>
    DualCompetence,
}

/// <summary>What somebody is to an apprenticeship.</summary>
public enum AssignmentRole
{
    /// <summary>Faglig leder: responsible for the training (opplæringslova § 7-6).</summary>
    TrainingManager,

    /// <summary>Instruktør: gives the training, carries out the half-yearly evaluation (opplæringsforskrifta § 9-13).</summary>
    Instructor,

    /// <summary>The HR person named for this apprenticeship, who may read the content of its talks.</summary>
    HrContact,

    /// <summary>Fadder: a colleague who helps her find her way; sees nothing of the record.</summary>
    Mentor,
}
