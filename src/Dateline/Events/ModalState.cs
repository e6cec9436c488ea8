namespace Dateline.Events;

/// <summary>What has been gathered; the innermost modality stands, but a foiled or cancelled deed overrides a plan.</summary>
internal sealed class ModalState
{
    public Modality Modality { get; set; }
    public bool Negated { get; set; }
    public bool Denied { get; set; }
    public bool Ongoing { get; set; }
    public bool Purpose { get; set; }
    public Phase? Phase { get; set; }

    public void Set(Modality modality)
    {
        if (Modality == Modality.Actual && Phase is not (Events.Phase.Foiled or Events.Phase.Attempted)) { Modality = modality; }
    }
}
