using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Dateline.Text.Neural;

/// <summary>Single-precision matrix product with register blocking: six rows by sixteen columns stay in registers.</summary>
/// <remarks>Blocking after Goto and van de Geijn, "Anatomy of High-Performance Matrix Multiplication" (2008), without the outer cache loops:
/// the right-hand matrices here fit the second-level cache.</remarks>
public static class Gemm
{
    /// <summary>Columns of a packed panel; output widths are multiples of it.</summary>
    public const int Panel = 16;

    private const int Rows = 6;

    /// <summary>Rounds a width up to whole panels.</summary>
    public static int Padded(int columns) => (columns + Panel - 1) / Panel * Panel;

    /// <summary>Packs a k×n matrix (element at <c>i * rowStride + j * columnStride</c>) into panels of sixteen columns, zeros beyond n.</summary>
    public static void Pack(ReadOnlySpan<float> source, int k, int n, int rowStride, int columnStride, Span<float> packed)
    {
        int at = 0;
        for (int panel = 0; panel < n; panel += Panel)
        {
            int width = Math.Min(Panel, n - panel);
            if (rowStride == 1 && columnStride > 1)
            {
                PackColumns(source[(panel * columnStride)..], k, width, columnStride, packed.Slice(at, k * Panel));
                at += k * Panel;
                continue;
            }
            for (int i = 0; i < k; i++, at += Panel)
            {
                if (columnStride == 1)
                {
                    source.Slice((i * rowStride) + panel, width).CopyTo(packed[at..]);
                }
                else
                {
                    for (int j = 0; j < width; j++) { packed[at + j] = source[(i * rowStride) + ((panel + j) * columnStride)]; }
                }
                packed.Slice(at + width, Panel - width).Clear();
            }
        }
    }

    // One panel of a matrix that lies column by column: read along the columns, as memory does.
    private static void PackColumns(ReadOnlySpan<float> source, int k, int width, int columnStride, Span<float> panel)
    {
        if (width < Panel) { panel.Clear(); }
        for (int j = 0; j < width; j++)
        {
            ReadOnlySpan<float> column = source.Slice(j * columnStride, k);
            for (int i = 0, to = j; i < column.Length && to < panel.Length; i++, to += Panel) { panel[to] = column[i]; }
        }
    }

    /// <summary>C (m×n, row stride <paramref name="ldc"/>) = A·B, or C += A·B. A's element is at <c>i * rowStride + p * columnStride</c>; n is a multiple of sixteen.</summary>
    public static void Multiply(ReadOnlySpan<float> a, int rowStride, int columnStride, ReadOnlySpan<float> packedB, Span<float> c, int ldc, int m, int n, int k, GemmMode mode)
    {
        if (m == 0) { return; }
        if (packedB.Length < n * k || c.Length < ((m - 1) * ldc) + n || a.Length < ((m - 1) * rowStride) + ((k - 1) * columnStride) + 1)
        {
            throw new ArgumentException("A matrix is smaller than its shape says.");
        }
        ref float a0 = ref MemoryMarshal.GetReference(a);
        ref float b0 = ref MemoryMarshal.GetReference(packedB);
        ref float c0 = ref MemoryMarshal.GetReference(c);
        if (Gemm512.IsSupported)
        {
            Gemm512.Multiply(ref a0, rowStride, columnStride, ref b0, ref c0, ldc, m, n, k, mode);
            return;
        }
        Multiply256(ref a0, rowStride, columnStride, ref b0, ref c0, ldc, m, n, k, mode);
    }

    internal static void Multiply256(ref float a0, int rowStride, int columnStride, ref float b0, ref float c0, int ldc, int m, int n, int k, GemmMode mode)
    {
        for (int panel = 0; panel < n; panel += Panel)
        {
            ref float b = ref Unsafe.Add(ref b0, panel * k);
            int i = 0;
            for (; i + Rows <= m; i += Rows)
            {
                Six(ref Unsafe.Add(ref a0, i * rowStride), rowStride, columnStride, ref b, ref Unsafe.Add(ref c0, (i * ldc) + panel), ldc, k, mode);
            }
            // The last rows once more together with some before them: the same values are written again.
            if (i < m && m >= Rows && mode == GemmMode.Set)
            {
                i = m;
                Six(ref Unsafe.Add(ref a0, (m - Rows) * rowStride), rowStride, columnStride, ref b, ref Unsafe.Add(ref c0, ((m - Rows) * ldc) + panel), ldc, k, mode);
            }
            for (; i < m; i++)
            {
                One(ref Unsafe.Add(ref a0, i * rowStride), columnStride, ref b, ref Unsafe.Add(ref c0, (i * ldc) + panel), k, mode);
            }
        }
    }

    private static void Six(ref float a, int rs, int cs, ref float b, ref float c, int ldc, int k, GemmMode mode)
    {
        Vector256<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default;
        Vector256<float> c30 = default, c31 = default, c40 = default, c41 = default, c50 = default, c51 = default;
        ref float a1 = ref Unsafe.Add(ref a, rs);
        ref float a2 = ref Unsafe.Add(ref a, 2 * rs);
        ref float a3 = ref Unsafe.Add(ref a, 3 * rs);
        ref float a4 = ref Unsafe.Add(ref a, 4 * rs);
        ref float a5 = ref Unsafe.Add(ref a, 5 * rs);
        nint at = 0;
        for (int p = 0; p < k; p++, at += cs)
        {
            Vector256<float> b0 = Vector256.LoadUnsafe(ref b), b1 = Vector256.LoadUnsafe(ref b, 8);
            b = ref Unsafe.Add(ref b, Panel);
            Vector256<float> x = Vector256.Create(Unsafe.Add(ref a, at));
            c00 = MultiplyAdd(x, b0, c00); c01 = MultiplyAdd(x, b1, c01);
            x = Vector256.Create(Unsafe.Add(ref a1, at));
            c10 = MultiplyAdd(x, b0, c10); c11 = MultiplyAdd(x, b1, c11);
            x = Vector256.Create(Unsafe.Add(ref a2, at));
            c20 = MultiplyAdd(x, b0, c20); c21 = MultiplyAdd(x, b1, c21);
            x = Vector256.Create(Unsafe.Add(ref a3, at));
            c30 = MultiplyAdd(x, b0, c30); c31 = MultiplyAdd(x, b1, c31);
            x = Vector256.Create(Unsafe.Add(ref a4, at));
            c40 = MultiplyAdd(x, b0, c40); c41 = MultiplyAdd(x, b1, c41);
            x = Vector256.Create(Unsafe.Add(ref a5, at));
            c50 = MultiplyAdd(x, b0, c50); c51 = MultiplyAdd(x, b1, c51);
        }
        Store(ref c, c00, c01, mode);
        Store(ref Unsafe.Add(ref c, ldc), c10, c11, mode);
        Store(ref Unsafe.Add(ref c, 2 * ldc), c20, c21, mode);
        Store(ref Unsafe.Add(ref c, 3 * ldc), c30, c31, mode);
        Store(ref Unsafe.Add(ref c, 4 * ldc), c40, c41, mode);
        Store(ref Unsafe.Add(ref c, 5 * ldc), c50, c51, mode);
    }

    private static void One(ref float a, int cs, ref float b, ref float c, int k, GemmMode mode)
    {
        Vector256<float> c0 = default, c1 = default;
        nint at = 0;
        for (int p = 0; p < k; p++, at += cs)
        {
            Vector256<float> x = Vector256.Create(Unsafe.Add(ref a, at));
            c0 = MultiplyAdd(x, Vector256.LoadUnsafe(ref b), c0);
            c1 = MultiplyAdd(x, Vector256.LoadUnsafe(ref b, 8), c1);
            b = ref Unsafe.Add(ref b, Panel);
        }
        Store(ref c, c0, c1, mode);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref float c, Vector256<float> low, Vector256<float> high, GemmMode mode)
    {
        if (mode == GemmMode.Add)
        {
            low += Vector256.LoadUnsafe(ref c);
            high += Vector256.LoadUnsafe(ref c, 8);
        }
        low.StoreUnsafe(ref c);
        high.StoreUnsafe(ref c, 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> MultiplyAdd(Vector256<float> x, Vector256<float> y, Vector256<float> sum) =>
        Fma.IsSupported ? Fma.MultiplyAdd(x, y, sum) : (x * y) + sum;
}

/// <summary>What a product does with the values already there.</summary>
public enum GemmMode { Set, Add }
