using Dateline.Provenance;

namespace Dateline.Web.Pages;

/// <summary>Why a record is as it is.</summary>
/// <param name="Explanation">Words, fields, chain.</param>
/// <param name="Rules">The rules that made it, each once.</param>
/// <param name="Words">The context cut where a field's words begin or end, each part with the names of its fields.</param>
/// <param name="Line">The correction as it stands before anybody has written into it: what the record says.</param>
/// <param name="CanWrite">True when the server keeps corrections.</param>
public sealed record WhyModel(Explanation Explanation, IReadOnlyList<RuleDescription> Rules, IReadOnlyList<(string Text, string Fields)> Words, string Line, bool CanWrite);
