using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dateline;

/// <summary>Writes an enum as its camel-cased name; <see cref="JsonStringEnumMemberNameAttribute"/> overrides it.</summary>
public sealed class CamelCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
