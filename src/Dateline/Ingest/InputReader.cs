using System.IO.Compression;
using Dateline.Ingest.Warc;
using Dateline.Ingest.Web;

namespace Dateline.Ingest;

/// <summary>Files to the stories in them, in order, without reading them yet. What fails is a failed story; the others go on.</summary>
public sealed class InputReader(InputOptions options)
{
    private readonly Lazy<WebFetcher> _fetcher = new(() => new WebFetcher(options));

    /// <summary>Name of standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>The stories of files, folders, globs, addresses and <c>-</c>. Lazy: a file is opened when its first story is asked for.</summary>
    /// <param name="paths">As a user gives them.</param>
    /// <param name="cancellation">Ends the waiting for an address.</param>
    public IEnumerable<StoryInput> Read(IEnumerable<string> paths, CancellationToken cancellation = default) => InputFinder.Find(paths).SelectMany(path => Read(path, cancellation));

    /// <summary>The stories of an open stream; the name's extension tells the format, and its content where the name does not.</summary>
    public IEnumerable<StoryInput> Read(Stream stream, string name) => Read(stream, name, inArchive: false);

    private IEnumerable<StoryInput> Read(Stream stream, string name, bool inArchive)
    {
        using PeekStream raw = new(stream);
        bool archive = false;
        _ = ReadFault.Of(name, () => archive = ArchiveReader.IsArchive(name, raw.Peek()));
        if (archive)
        {
            foreach (StoryInput page in ReadFault.Guarded(new ArchiveReader(options).Read(raw, name), name)) { yield return page; }
            yield break;
        }
        StoryError? failure = ReadFault.Of(name, () => _ = raw.Peek());
        if (failure is null && ZipEntries.IsZip(raw.Peek()))
        {
            if (inArchive)
            {
                yield return StoryInput.Failed(name, InputFormat.PlainText, DiagnosticCodes.UnknownFormat, $"{name}: an archive inside an archive is not read. Unpack it first.");
                yield break;
            }
            foreach (StoryInput story in Zipped(raw, stream, name)) { yield return story; }
            yield break;
        }
        using PeekStream content = Packing.Unpack(raw);
        failure ??= ReadFault.Of(name, () => _ = content.Peek());
        if (failure is null && content != raw && ArchiveReader.IsUnpacked(content.Peek()))
        {
            foreach (StoryInput page in ReadFault.Guarded(new ArchiveReader(options).Read(content, name), name)) { yield return page; }
            yield break;
        }
        (InputFormat format, StoryError? unreadable) = failure is null ? InputSniffer.Format(name, content.Peek()) : default;
        if ((failure ?? unreadable) is { } error)
        {
            yield return new StoryInput { File = name, Format = format, Failure = error };
            yield break;
        }
        if (format == InputFormat.JsonLine)
        {
            foreach (StoryInput row in Rows(content, name)) { yield return row; }
            yield break;
        }
        StoryInput whole = Whole(content, name, format);
        if (whole.Failure is not null || format is not (InputFormat.XmlDocument or InputFormat.JsonDocument))
        {
            yield return whole;
            yield break;
        }
        foreach (StoryInput item in format == InputFormat.XmlDocument ? DocumentReader.Xml(whole.Bytes, name) : DocumentReader.Json(whole.Bytes, name)) { yield return item; }
    }

    /// <summary>The stories of every file in a zip archive; a damaged file in it costs that file only.</summary>
    private IEnumerable<StoryInput> Zipped(PeekStream raw, Stream stream, string name)
    {
        ZipArchive? archive = null;
        StoryError? failure = ReadFault.Of(name, () => archive = ZipEntries.Open(raw, stream, name));
        if (archive is null)
        {
            yield return new StoryInput { File = name, Format = InputFormat.PlainText, Failure = failure };
            yield break;
        }
        using (archive)
        {
            bool any = false;
            long packed = 0, unpacked = 0;
            foreach (ZipArchiveEntry entry in ZipEntries.Files(archive))
            {
                any = true;
                string inner = name + "/" + entry.FullName;
                if (entry.IsEncrypted)
                {
                    yield return StoryInput.Failed(inner, InputFormat.PlainText, DiagnosticCodes.UnknownFormat, $"{inner}: encrypted. Unpack the archive with its password and pass the files.");
                    continue;
                }
                if (GrowthGuard.IsTrap(unpacked, packed))
                {
                    yield return StoryInput.Failed(inner, InputFormat.PlainText, DiagnosticCodes.TooLarge, $"{inner}: the archive's files together grow out of all proportion when unpacked; the rest was left there.");
                    yield break;
                }
                CountingStream? counted = null;
                Stream? file = null;
                failure = ReadFault.Of(inner, () => file = counted = new CountingStream(new GrowthGuard(() => entry.CompressedLength, entry.Open())));
                if (file is null)
                {
                    yield return new StoryInput { File = inner, Format = InputFormat.PlainText, Failure = failure };
                    continue;
                }
                foreach (StoryInput story in ReadFault.Guarded(Read(file, inner, inArchive: true), inner)) { yield return story; }
                (packed, unpacked) = (packed + entry.CompressedLength, unpacked + counted!.Count);
            }
            if (!any) { yield return StoryInput.Failed(name, InputFormat.PlainText, DiagnosticCodes.NoStory, $"{name}: the archive holds no file."); }
        }
    }

    /// <summary>The stories at an address; what cannot be fetched is a failed story.</summary>
    private IEnumerable<StoryInput> Fetched(string address, CancellationToken cancellation) => Poll(address, null, cancellation);

    /// <summary>The stories at an address, unless it says that nothing has changed since the last time: then one failed story, and the condition says why.</summary>
    internal IEnumerable<StoryInput> Poll(string address, WebCondition? condition, CancellationToken cancellation)
    {
        WebPage? page = null;
        address = WebFetcher.WithoutUser(address);
        StoryError? failure = ReadFault.Of(address, () => page = _fetcher.Value.Fetch(address, condition, cancellation));
        if (page is null) { return [new StoryInput { File = address, Format = InputFormat.Html, Failure = failure, CannotOpen = true }]; }
        return Read(new MemoryStream(page.Bytes), address).Select(story => story with
        {
            // An item of a feed without an address of its own has not that of the feed.
            Url = story.Url ?? (story.Format == InputFormat.Item ? null : page.Url.AbsoluteUri), Charset = story.Charset ?? page.Charset, Retrieved = story.Retrieved ?? page.Retrieved,
        });
    }

    private IEnumerable<StoryInput> Read(InputPath path, CancellationToken cancellation)
    {
        if (path.Failure is null && WebFetcher.IsAddress(path.Path)) { return Fetched(path.Path, cancellation); }
        Stream? stream = null;
        StoryError? failure = path.Failure ?? ReadFault.Of(path.Path, () => stream = path.Path == StandardInput
            ? Console.OpenStandardInput()
            : new FileStream(path.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1 << 16, FileOptions.SequentialScan));
        if (failure is not null || stream is null)
        {
            return [new StoryInput { File = path.Name, Format = InputFormat.PlainText, Failure = failure, CannotOpen = failure?.Code == DiagnosticCodes.CannotOpen }];
        }
        return Read(stream, path.Name);
    }

    private StoryInput Whole(Stream content, string name, InputFormat format)
    {
        int cap = format is InputFormat.Html or InputFormat.XmlDocument or InputFormat.JsonDocument ? options.MaxHtmlBytes : options.MaxTextBytes;
        ReadOnlyMemory<byte> bytes = default;
        StoryError? failure = ReadFault.Of(name, () => bytes = ReadToEnd(content, cap));
        if (failure is null && bytes.Length > cap)
        {
            failure = new StoryError(DiagnosticCodes.TooLarge, $"{name}: larger than {cap} bytes, the most a story may have. Split the file, or raise the limit.");
            bytes = default;
        }
        return new StoryInput { File = name, Format = format, Bytes = bytes, Failure = failure };
    }

    private IEnumerable<StoryInput> Rows(Stream content, string name)
    {
        LineReader lines = new(content, options.MaxTextBytes);
        for (int number = 1; ; number++)
        {
            Line line = default;
            bool more = false;
            StoryError? failure = ReadFault.Of(name, () => more = lines.Read(out line));
            if (failure is not null)
            {
                yield return new StoryInput { File = name, Line = number, Format = InputFormat.JsonLine, Failure = failure };
                yield break;
            }
            if (!more) { yield break; }
            if (line.TooLong)
            {
                failure = new StoryError(DiagnosticCodes.TooLarge, $"{name}({number}): row is larger than {options.MaxTextBytes} bytes, the most a story may have. It is skipped.");
            }
            else if (line.Bytes.AsSpan().Trim(" \t\r"u8).IsEmpty) { continue; }
            yield return new StoryInput { File = name, Line = number, Format = InputFormat.JsonLine, Bytes = line.TooLong ? default : line.Bytes, Failure = failure };
        }
    }

    private static ReadOnlyMemory<byte> ReadToEnd(Stream content, int cap)
    {
        using MemoryStream buffer = new();
        byte[] chunk = new byte[1 << 16];
        int read;
        while (buffer.Length <= cap && (read = content.Read(chunk)) > 0) { buffer.Write(chunk, 0, read); }
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
