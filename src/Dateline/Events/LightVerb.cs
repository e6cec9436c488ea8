namespace Dateline.Events;

/// <summary>A verb that lends its frame to an event noun: "launch an attack", "an attack took place".</summary>
internal sealed record LightVerb(string Lemma, string[] Particle, LightRole Role);

/// <summary>How the verb's subject stands to the happening its noun names.</summary>
internal enum LightRole
{
    /// <summary>The subject does it: "carry out".</summary>
    Do,
    /// <summary>The subject starts it.</summary>
    Begin,
    /// <summary>The subject ends it.</summary>
    End,
    /// <summary>It befalls the subject: "draw criticism".</summary>
    Undergo,
    /// <summary>The noun is the subject: "break out".</summary>
    Occur,
    /// <summary>The subject takes part: "attend".</summary>
    Join,
}
