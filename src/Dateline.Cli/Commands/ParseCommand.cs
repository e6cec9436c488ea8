using System.CommandLine;
using System.Text;
using Dateline.Text;
using Dateline.Text.Conllu;

namespace Dateline.Cli.Commands;

/// <summary><c>dateline parse FILE</c>: tokens, tags, lemmas and trees as CoNLL-U.</summary>
internal static class ParseCommand
{
    public static Command Create()
    {
        Argument<string> file = new("FILE") { Description = "Plain text with blank lines between paragraphs, a .conllu file (its words are kept), or - for text on standard input." };
        Option<string> format = new("--format") { Description = "conllu (the only one).", DefaultValueFactory = _ => "conllu" };
        format.AcceptOnlyFromAmong("conllu");
        Command command = new("parse", "Analyses text and writes its words, tags and trees as CoNLL-U.") { file, format };
        command.SetAction(parsed => Run(parsed.GetValue(file)!));
        return command;
    }

    private static int Run(string file)
    {
        try
        {
            Analyzer analyzer = LanguageModelFile.Load();
            using TextReader input = new StreamReader(file == "-" ? Console.OpenStandardInput() : File.OpenRead(file), Encoding.UTF8);
            using StreamWriter output = new(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
            IEnumerable<ConlluSentence> sentences = file.EndsWith(".conllu", StringComparison.OrdinalIgnoreCase)
                ? ConlluReader.Read(input, file).Select(analyzer.Analyze)
                : ConlluConverter.FromParsed(analyzer.Analyze(Paragraphs.Of(input.ReadToEnd())));
            foreach (ConlluSentence sentence in sentences) { ConlluWriter.Write(output, sentence); }
            return ExitCode.Done;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new CommandException(ExitCode.CannotOpen, exception.Message);
        }
    }
}
