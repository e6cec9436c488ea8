using System.Numerics;
using System.Runtime.CompilerServices;

namespace Dateline.Text.Models;

/// <summary>32-bit names of features: a template number and up to four values, mixed. Part of the model format.</summary>
internal static class FeatureHash
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint template, uint a) => Finish(Mix(Mix(template, a), 0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint template, uint a, uint b) => Finish(Mix(Mix(template, a), b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint template, uint a, uint b, uint c) => Finish(Mix(Mix(Mix(template, a), b), c));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint template, uint a, uint b, uint c, uint d) => Finish(Mix(Mix(Mix(Mix(template, a), b), c), d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint template, uint a, uint b, uint c, uint d, uint e) => Finish(Mix(Mix(Mix(Mix(Mix(template, a), b), c), d), e));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong hash, uint value) => (BitOperations.RotateLeft(hash, 23) ^ value) * Multiplier;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Finish(ulong hash) => (uint)((hash ^ (hash >> 29)) >> 16);
}
