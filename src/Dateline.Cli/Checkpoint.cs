using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dateline.Cli;

/// <summary>How far a run is, kept in a file, so that a run that was killed goes on where it was and writes what an unbroken run would have written.</summary>
internal sealed class Checkpoint
{
    private const string Schema = "dateline-checkpoint/1";
    private static readonly TimeSpan s_between = TimeSpan.FromSeconds(2);

    private readonly string _path;
    private readonly CheckpointState _settings;
    private DateTime _next = DateTime.UtcNow + s_between;

    private Checkpoint(string path, CheckpointState settings, CheckpointState state) => (_path, _settings, State) = (path, settings, state);

    /// <summary>What is done.</summary>
    public CheckpointState State { get; private set; }

    /// <summary>Opens the file of an earlier run, or begins one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="settings">What decides the output: inputs and options.</param>
    /// <exception cref="CommandException">The file cannot be read, or belongs to another run.</exception>
    public static Checkpoint Open(string path, string settings)
    {
        CheckpointState fresh = new() { Schema = Schema, Settings = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(settings)))[..16] };
        if (!File.Exists(path)) { return new Checkpoint(path, fresh, fresh); }
        CheckpointState? found;
        try
        {
            found = JsonSerializer.Deserialize(File.ReadAllBytes(path), CheckpointJson.Default.CheckpointState);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new CommandException(ExitCode.CannotOpen, $"{DiagnosticCodes.CannotOpen} {path}: no checkpoint that can be read ({exception.Message.TrimEnd('.')}). Delete it to begin anew.");
        }
        if (found?.Schema != Schema || found.Settings != fresh.Settings)
        {
            throw new CommandException(ExitCode.Usage, $"{path} is the checkpoint of a run with other inputs, options or another version. Run that one to its end, or delete the file to begin anew.");
        }
        return new Checkpoint(path, fresh, found);
    }

    /// <summary>Opens an output file at the length the checkpoint knows; what an interrupted run wrote beyond is cut off.</summary>
    /// <exception cref="CommandException">The file cannot be opened, or is shorter than it was.</exception>
    public static FileStream OpenOutput(string path, long length)
    {
        if (length == 0) { return Outputs.OutputFile.Create(path); }
        try
        {
            FileStream file = new(path, FileMode.Open, FileAccess.Write, FileShare.Read, bufferSize: 1 << 16);
            if (file.Length < length)
            {
                file.Dispose();
                throw new CommandException(ExitCode.CannotOpen, $"{DiagnosticCodes.CannotOpen} {path}: shorter than the checkpoint says. Delete the checkpoint to begin anew.");
            }
            file.SetLength(length);
            file.Seek(0, SeekOrigin.End);
            return file;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.CannotOpen, $"{DiagnosticCodes.CannotOpen} {path}: cannot be continued: {exception.Message}");
        }
    }

    /// <summary>Notes a story that is written; saves every few seconds.</summary>
    /// <param name="state">What is done with it.</param>
    /// <param name="flush">Hands the outputs to the disk before the note is.</param>
    public void Done(CheckpointState state, Action flush)
    {
        State = state with { Schema = _settings.Schema, Settings = _settings.Settings };
        if (DateTime.UtcNow < _next) { return; }
        flush();
        Save();
    }

    /// <summary>Writes the file: a new one beside it, then in its place, so that there is always a whole one.</summary>
    public void Save()
    {
        string beside = _path + ".new";
        File.WriteAllBytes(beside, JsonSerializer.SerializeToUtf8Bytes(State, CheckpointJson.Default.CheckpointState));
        File.Move(beside, _path, overwrite: true);
        _next = DateTime.UtcNow + s_between;
    }
}

/// <summary>What a checkpoint knows.</summary>
internal sealed record CheckpointState
{
    public string Schema { get; init; } = "";
    public string Settings { get; init; } = "";
    /// <summary>Stories written, failed ones too.</summary>
    public long Stories { get; init; }
    /// <summary>Where the last of them was.</summary>
    public string? Last { get; init; }
    /// <summary>Hash of its bytes, by which a file that has changed is noticed.</summary>
    public string? LastHash { get; init; }
    /// <summary>Bytes of the output that belong to them.</summary>
    public long Output { get; init; }
    /// <summary>Bytes of the file of errors that belong to them.</summary>
    public long Errors { get; init; }
    public bool Failed { get; init; }
    public bool CannotOpen { get; init; }
    public bool Defects { get; init; }
}

/// <summary>JSON of a checkpoint.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CheckpointState))]
internal sealed partial class CheckpointJson : JsonSerializerContext;
