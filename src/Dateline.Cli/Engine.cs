using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dateline.Events.UserVerbs;
using Dateline.Ingest;
using Dateline.Knowledge;
using Dateline.Knowledge.User;
using Dateline.Text;

namespace Dateline.Cli;

/// <summary>Makes the pipeline that the commands share: the model beside the binary, the versions written on every record.</summary>
internal static class Engine
{
    /// <summary>A reader of inputs to records.</summary>
    public static RecordReader Reader(InputOptions input, PetrarchVerbDictionary? verbs = null, UserKnowledge? knowledge = null) => new(new StoryReader(input), Pipeline(input, verbs, knowledge));

    /// <summary>The pipeline with its model loaded.</summary>
    public static Pipeline Pipeline(InputOptions input, PetrarchVerbDictionary? verbs = null, UserKnowledge? knowledge = null)
    {
        Analyzer analyzer = LanguageModelFile.Load();
        PipelineOptions options = new()
        {
            Verbs = verbs,
            Knowledge = knowledge,
            Coder = new Coder
            {
                Version = CoderVersion.Text,
                Commit = CoderVersion.Commit,
                Knowledge = KnowledgeVersion.Text,
                Models = analyzer.ModelId,
                Options = Hash(input, verbs, knowledge),
            },
        };
        return new Pipeline(analyzer, options);
    }

    /// <summary>Names the options that change records; those that only change the running (jobs, format) do not count.</summary>
    private static string Hash(InputOptions input, PetrarchVerbDictionary? verbs, UserKnowledge? knowledge)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"date={input.Date:yyyy-MM-dd};maxText={input.MaxTextBytes};maxHtml={input.MaxHtmlBytes};depth={input.MaxHtmlDepth};block={input.MaxBlockLength}") + (verbs is null ? "" : ";verbs=" + verbs.Hash) + (knowledge is null ? "" : ";knowledge=" + knowledge.Hash);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
    }
}
